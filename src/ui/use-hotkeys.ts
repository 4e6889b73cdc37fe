import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isComposing, isTyping } from './keyboard.ts';

export interface Hotkey {
  /** `mod+k` (Ctrl or ⌘), `n`, `?`, `g l` (one after the other). */
  readonly keys: string;
  /** Shown in the shortcut sheet. */
  readonly label: string;
  readonly run: () => void;
  /** Also while typing: only combinations with Ctrl or ⌘ should. */
  readonly whileTyping?: boolean;
}

let listed: readonly (readonly Hotkey[])[] = [];
const listeners = new Set<() => void>();

function tell(next: readonly (readonly Hotkey[])[]) {
  listed = next;
  for (const listener of listeners) listener();
}

function named(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** Keys of a page or part, alive while it is on the screen; `?` lists them. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const latest = useRef(hotkeys);
  latest.current = hotkeys;
  const signature = hotkeys.map(({ keys, label }) => `${keys} ${label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is told again when a key or its label changes.
  useEffect(() => {
    const mine = latest.current;
    tell([...listed, mine]);
    return () => tell(listed.filter((one) => one !== mine));
  }, [signature]);
  useEffect(() => {
    let before = '';
    let beforeAt = 0;
    function onKey(event: KeyboardEvent) {
      if (isComposing(event) || event.altKey || event.defaultPrevented) return;
      const key = named(event);
      const pair = Date.now() - beforeAt < 1000 ? `${before} ${key}` : '';
      const hit = latest.current.find((one) => one.keys === key || one.keys === pair);
      before = key;
      beforeAt = Date.now();
      if (!hit || (isTyping(event.target) && !(hit.whileTyping ?? hit.keys.startsWith('mod+')))) return;
      event.preventDefault();
      hit.run();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** All keys now alive, for the sheet. */
export function useListedHotkeys(): readonly Hotkey[] {
  const lists = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => listed,
  );
  return lists.flat();
}
