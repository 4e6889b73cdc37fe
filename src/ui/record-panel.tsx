import { ArrowLeft, ChevronDown, ChevronUp, Copy, Maximize2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import { isTyping } from './keyboard.ts';
import './panel.css';
import { PanelGrip, useDraggedWidth } from './panel-grip.tsx';
import { useToasts } from './toast.tsx';
import { useUi, useUiWords } from './ui-context.ts';
import { isBelow, useViewport } from './use-viewport.ts';

export interface RecordPanelProps {
  /** Words at the left of the bar instead of the arrows' position: `核销收款`. */
  readonly title?: ReactNode;
  readonly position?: { readonly at: number; readonly of: number };
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly onClose: () => void;
  /** Address of the full page: gives 展开 and 复制链接. */
  readonly pageHref?: string;
  /** 56 px at the foot; one primary. */
  readonly footer?: ReactNode;
  /** First width in px; 440 unless said, 396 for the call sheet. */
  readonly width?: number;
  readonly label?: string;
  /** The record has the page to itself: no list beside it. */
  readonly alone?: boolean;
  readonly children: ReactNode;
}

function PanelBar(props: RecordPanelProps & { readonly whole: boolean }) {
  const { title, position, onPrevious, onNext, onClose, pageHref, whole } = props;
  const words = useUiWords();
  const { navigate, locale } = useUi();
  const toasts = useToasts();
  async function copy() {
    await navigator.clipboard.writeText(new URL(pageHref ?? '', window.location.href).href);
    toasts.show({ text: words.linkCopied });
  }
  const arrows =
    onPrevious || onNext ? (
      <>
        <IconButton
          icon={ChevronUp}
          label={words.previousRecord}
          disabled={!onPrevious}
          onClick={onPrevious}
        />
        <IconButton icon={ChevronDown} label={words.nextRecord} disabled={!onNext} onClick={onNext} />
      </>
    ) : null;
  const place = position ? (
    <span className="yd-panel-position">
      {position.at.toLocaleString(locale)} / {position.of.toLocaleString(locale)}
    </span>
  ) : null;
  return (
    <div className="yd-panel-bar">
      {whole ? <IconButton icon={ArrowLeft} label={words.back} onClick={onClose} /> : null}
      {title ? <b className="yd-panel-title">{title}</b> : arrows}
      {place}
      <span className="yd-panel-tools">
        {title ? arrows : null}
        {pageHref ? (
          <>
            <IconButton icon={Copy} size={14} label={words.copyLink} onClick={() => void copy()} />
            <IconButton
              icon={Maximize2}
              size={14}
              label={words.openAsPage}
              onClick={() => navigate(pageHref)}
            />
          </>
        ) : null}
        {whole ? null : <IconButton icon={X} label={words.closePanel} onClick={onClose} />}
      </span>
    </div>
  );
}

/** The side panel: beside the list above 1200, over it down to 960, alone below. The list stays alive. J and K move. */
export function RecordPanel(props: RecordPanelProps) {
  const { onPrevious, onNext, onClose, footer, width = 440, label, alone, children } = props;
  const words = useUiWords();
  const viewport = useViewport();
  const whole = isBelow(viewport, 'medium');
  const dragged = useDraggedWidth(width);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j' || event.key === 'J') onNext?.();
      if (event.key === 'k' || event.key === 'K') onPrevious?.();
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('.ant-modal-wrap:not([style*="display: none"])')
      )
        onClose();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onNext, onPrevious, onClose]);
  return (
    <aside
      ref={panel}
      className={`yd-panel${alone && !whole ? ' yd-panel-alone' : whole ? ' yd-panel-whole' : viewport === 'medium' ? ' yd-panel-over' : ''}`}
      style={whole || alone ? undefined : { width: dragged.width }}
      aria-label={label ?? words.recordPanel}
    >
      {whole || alone ? null : <PanelGrip dragged={dragged} />}
      <PanelBar {...props} whole={whole} />
      <div className="yd-panel-body">{children}</div>
      {footer ? <div className="yd-panel-footer">{footer}</div> : null}
    </aside>
  );
}
