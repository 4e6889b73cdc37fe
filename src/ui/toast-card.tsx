import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isTyping, modifierName } from './keyboard.ts';
import { Meter } from './meter.tsx';
import type { Toast } from './toast-types.ts';
import { useUiWords } from './ui-context.ts';

const STAYS_MS = 8000;

interface ToastCardProps {
  readonly toast: Toast;
  /** Only the newest answers Ctrl Z. */
  readonly listens: boolean;
  readonly onClose: (id: number) => void;
  readonly onUndo: (toast: Toast) => void;
}

function staysOpen({ progress, failures, refused }: Toast): boolean {
  return refused || failures !== undefined || (progress !== undefined && progress.done < progress.total);
}

/** Closes by itself after a while, unless it must be read or is being read. */
function useClosing(toast: Toast, held: boolean, onClose: (id: number) => void) {
  const stays = staysOpen(toast) || held;
  useEffect(() => {
    if (stays) return;
    const timer = window.setTimeout(() => onClose(toast.id), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [stays, toast, onClose]);
}

/** Ctrl Z, except while typing: there it belongs to the text. */
function useUndoKey(listens: boolean, undo: () => void) {
  useEffect(() => {
    if (!listens) return;
    function onKey(event: KeyboardEvent) {
      const undoKey = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!undoKey || isTyping(event.target)) return;
      event.preventDefault();
      undo();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

/** One thing that has just happened: its sentence, the way back, progress, what failed. */
export function ToastCard({ toast, listens, onClose, onUndo }: ToastCardProps) {
  const [held, setHeld] = useState(false);
  const undo = () => onUndo(toast);
  useClosing(toast, held, onClose);
  useUndoKey(listens, undo);
  const { progress } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or focusing it only keeps it open.
    <div
      className={`yd-toast${toast.refused ? ' yd-toast-bad' : ''}`}
      role={toast.refused ? 'alert' : 'status'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToastLine toast={toast} onUndo={undo} onClose={() => onClose(toast.id)} />
      {progress ? <Meter share={progress.total ? progress.done / progress.total : 0} /> : null}
      {toast.failures ? <div className="yd-toast-failures">{toast.failures}</div> : null}
    </div>
  );
}

interface ToastLineProps {
  readonly toast: Toast;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

function ToastLine({ toast, onUndo, onClose }: ToastLineProps) {
  const words = useUiWords();
  const { progress } = toast;
  const running = progress !== undefined && progress.done < progress.total;
  return (
    <div className="yd-toast-line">
      <span className="yd-toast-text">{toast.text}</span>
      {progress ? <span className="yd-text2">{progress.done}</span> : null}
      {toast.onUndo ? (
        <button type="button" className="yd-plain yd-link yd-toast-undo" onClick={onUndo}>
          <Undo2 size={14} aria-hidden />
          {words.undo}
          <kbd className="yd-kbd">{modifierName()} Z</kbd>
        </button>
      ) : null}
      {running ? null : (
        <button type="button" className="yd-plain yd-toast-x" aria-label={words.close} onClick={onClose}>
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
