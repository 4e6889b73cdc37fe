import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isTyping, modifierName } from './keyboard.ts';
import { Meter } from './meter.tsx';
import type { Toast } from './toast.tsx';
import { useUiWords } from './ui-context.ts';

const STAYS_MS = 8000;

interface ToastCardProps {
  readonly toast: Toast;
  /** Only the newest answers Ctrl Z. */
  readonly listens: boolean;
  readonly onClose: (id: number) => void;
}

function staysOpen({ progress, failures, refused }: Toast): boolean {
  return refused || failures !== undefined || (progress !== undefined && progress.done < progress.total);
}

export function ToastCard({ toast, listens, onClose }: ToastCardProps) {
  const words = useUiWords();
  const [held, setHeld] = useState(false);
  const stays = staysOpen(toast) || held;
  useEffect(() => {
    if (stays) return;
    const timer = window.setTimeout(() => onClose(toast.id), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [stays, toast, onClose]);

  function undo() {
    onClose(toast.id);
    void toast.onUndo?.();
  }
  useEffect(() => {
    if (!listens) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target))
        return;
      event.preventDefault();
      undo();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

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
      <div className="yd-toast-line">
        <span className="yd-toast-text">{toast.text}</span>
        {progress ? <span className="yd-text2">{progress.done}</span> : null}
        {toast.onUndo ? (
          <button type="button" className="yd-plain yd-link yd-toast-undo" onClick={undo}>
            <Undo2 size={14} aria-hidden />
            {words.undo}
            <kbd className="yd-kbd">{modifierName()} Z</kbd>
          </button>
        ) : null}
        {progress && progress.done < progress.total ? null : (
          <button
            type="button"
            className="yd-plain yd-toast-x"
            aria-label={words.close}
            onClick={() => onClose(toast.id)}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {progress ? <Meter share={progress.total ? progress.done / progress.total : 0} /> : null}
      {toast.failures ? <div className="yd-toast-failures">{toast.failures}</div> : null}
    </div>
  );
}
