import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import './toast.css';
import { ToastCard } from './toast-card.tsx';

export interface Toast {
  readonly id: number;
  readonly text: ReactNode;
  /** Offers the way back for 8 s. */
  readonly onUndo?: () => void | Promise<void>;
  /** Long work: done of total. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** Partial failures stay until read. */
  readonly failures?: ReactNode;
  /** Red; stays until closed. */
  readonly refused?: boolean;
}

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
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const close = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const api = useMemo<Toasts>(
    () => ({
      show: (toast) => {
        const id = nextId.current++;
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
  const newest = toasts.findLast((toast) => toast.onUndo)?.id;
  return (
    <ToastContext.Provider value={api}>
      {children}
      <section className="yd-toasts" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} listens={toast.id === newest} onClose={close} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}
