import { useSyncExternalStore } from 'react';

/** A choice kept in this browser and shared by every part of the page. */
export interface Stored<T extends string> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly use: () => T;
  readonly listen: (changed: () => void) => () => void;
}

/** Declares a persisted choice; a value not in the list (an older version's) falls back to the first guess. */
export function stored<T extends string>(
  key: string,
  allowed: readonly T[] | null,
  first: () => T,
): Stored<T> {
  const listeners = new Set<() => void>();
  function isAllowed(value: string | null): value is T {
    return value !== null && (allowed === null || (allowed as readonly string[]).includes(value));
  }
  function read(): T {
    if (typeof localStorage === 'undefined') return first();
    const kept = localStorage.getItem(key);
    return isAllowed(kept) ? kept : first();
  }
  let value = read();
  function listen(changed: () => void) {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }
  function change(next: T) {
    value = next;
    for (const changed of listeners) changed();
  }
  if (typeof window !== 'undefined')
    window.addEventListener('storage', (event) => {
      if (event.key === key && isAllowed(event.newValue)) change(event.newValue);
    });
  return {
    get: () => value,
    set: (next) => {
      localStorage.setItem(key, next);
      change(next);
    },
    use: () => useSyncExternalStore(listen, () => value),
    listen,
  };
}
