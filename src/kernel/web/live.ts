import { useEffect, useState, useSyncExternalStore } from 'react';
import { queryClient } from './use-operation.ts';

interface LiveFact {
  readonly object: string;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly type: string;
}

type Listener = (fact: LiveFact) => void;

const listeners = new Set<Listener>();
const glowMs = 2_000;
const refreshMs = 400;

/**
 * Keeps the screen up with everybody's changes: facts arrive over the stream, whatever is on screen is asked
 * for again. The browser reconnects by itself and catches up from the last fact it saw.
 */
export function useLiveStream(myId: string): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource('/api/v1/stream');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void queryClient.invalidateQueries({ refetchType: 'active' });
      }, refreshMs);
    };
    source.addEventListener('facts', (event) => {
      const facts = JSON.parse(event.data as string) as readonly LiveFact[];
      for (const fact of facts) if (fact.actorId !== myId) for (const listener of listeners) listener(fact);
      refresh();
    });
    source.addEventListener('resync', refresh);
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    return () => {
      source.close();
      if (waiting) clearTimeout(waiting);
    };
  }, [myId]);
  return connected;
}

const glowing = new Map<string, ReadonlySet<string>>();
const redraw = new Set<() => void>();
const none: ReadonlySet<string> = new Set();

listeners.add(({ object, subjectId }) => {
  glowing.set(object, new Set([...(glowing.get(object) ?? []), subjectId]));
  for (const draw of redraw) draw();
  setTimeout(() => {
    const rest = new Set(glowing.get(object));
    rest.delete(subjectId);
    glowing.set(object, rest);
    for (const draw of redraw) draw();
  }, glowMs);
});

/** Rows that somebody else changed within the last two seconds. */
export function useLiveRows(object: string): ReadonlySet<string> {
  return useSyncExternalStore(
    (draw) => {
      redraw.add(draw);
      return () => redraw.delete(draw);
    },
    () => glowing.get(object) ?? none,
  );
}
