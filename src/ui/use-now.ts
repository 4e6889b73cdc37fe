import { useSyncExternalStore } from 'react';

let now = new Date();
let timer: number | undefined;
const listeners = new Set<() => void>();

function listen(changed: () => void): () => void {
  listeners.add(changed);
  timer ??= window.setInterval(() => {
    now = new Date();
    for (const listener of listeners) listener();
  }, 30_000);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0 || timer === undefined) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** What time it is, one clock for the whole page, moving every half minute. */
export function useNow(): Date {
  return useSyncExternalStore(listen, () => now);
}

/** Sets the page's clock: for the gallery's pictures only. */
export function setNow(at: Date): void {
  now = at;
  for (const listener of listeners) listener();
}
