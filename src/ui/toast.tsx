import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import './toast.css';
import { reasonOf } from './reason-of.ts';
import { ToastCard } from './toast-card.tsx';
import type { Toast } from './toast-types.ts';
import { useUiWords } from './ui-context.ts';

export type ToastContent = Omit<Toast, 'id'>;

export interface Toasts {
  /** `toasts.show({ text: '3 条线索已退回公海', onUndo })`; answers an id for `update` and `close`. */
  readonly show: (toast: ToastContent) => number;
  readonly update: (id: number, toast: ToastContent) => void;
  readonly close: (id: number) => void;
}

const ToastContext = createContext<Toasts>({ show: () => 0, update: () => {}, close: () => {} });

export function useToasts(): Toasts {
  return useContext(ToastContext);
}

/** Holds what has just happened, at the foot of the page, with the way back. */
export function ToastHost({ children }: { readonly children: ReactNode }) {
  const words = useUiWords();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const kept = useRef(new Map<number, () => void>());
  const close = useCallback((id: number) => {
    setToasts((now) => now.filter((toast) => toast.id !== id));
    kept.current.get(id)?.();
    kept.current.delete(id);
  }, []);
  const api = useMemo<Toasts>(
    () => ({
      show: (toast) => {
        const id = nextId.current++;
        if (toast.onKept) kept.current.set(id, toast.onKept);
        setToasts((now) => [...now.slice(-2), { ...toast, id }]);
        return id;
      },
      update: (id, toast) =>
        setToasts((now) =>
          now.some((one) => one.id === id)
            ? now.map((one) => (one.id === id ? { ...toast, id } : one))
            : [...now, { ...toast, id }],
        ),
      close,
    }),
    [close],
  );
  // One that is pushed out by newer ones was not taken back either.
  useEffect(() => {
    for (const id of kept.current.keys()) if (!toasts.some((toast) => toast.id === id)) close(id);
  }, [toasts, close]);
  function undo(toast: Toast) {
    kept.current.delete(toast.id);
    close(toast.id);
    Promise.resolve(toast.onUndo?.()).catch((problem: unknown) =>
      api.show({ text: `${words.undoFailed}${words.colon}${reasonOf(problem)}`, refused: true }),
    );
  }
  const newest = toasts.findLast((toast) => toast.onUndo)?.id;
  return (
    <ToastContext.Provider value={api}>
      {children}
      <section className="yd-toasts" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard
            key={toast.id}
            toast={toast}
            listens={toast.id === newest}
            onClose={close}
            onUndo={undo}
          />
        ))}
      </section>
    </ToastContext.Provider>
  );
}
