import { useCallback, useEffect, useRef, useState } from 'react';
import { useToasts } from '#ui/toast.tsx';
import { useRefresh } from './use-operation.ts';

interface AfterUndo {
  /** Says that it is done, and does it once nobody has taken it back. */
  readonly later: (id: string, text: string, act: () => Promise<unknown>) => void;
  /** Rows about which it has been said: they are gone from the list already. */
  readonly waiting: ReadonlySet<string>;
}

/**
 * For what the server could not take back (a date that has passed cannot be planned again): it is told at once
 * and done when the toast closes. Leaving the screen does it at once.
 */
export function useAfterUndo(): AfterUndo {
  const toasts = useToasts();
  const refresh = useRefresh();
  const acts = useRef(new Map<string, () => void>());
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const held = acts.current;
    const flush = () => {
      for (const act of held.values()) act();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const later = useCallback(
    (id: string, text: string, act: () => Promise<unknown>) => {
      const forget = () => {
        acts.current.delete(id);
        setWaiting((now) => new Set([...now].filter((one) => one !== id)));
      };
      const run = () => {
        if (!acts.current.delete(id)) return;
        void act().finally(() => refresh().finally(forget));
      };
      acts.current.set(id, run);
      setWaiting((now) => new Set([...now, id]));
      toasts.show({ text, onUndo: forget, onKept: run });
    },
    [toasts, refresh],
  );
  return { later, waiting };
}
