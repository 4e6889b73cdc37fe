import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useUiWords } from './ui-context.ts';

const NARROWEST = 396;
const WIDEST = 640;
const KEY = 'yd.panel';

function within(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
}

export interface DraggedWidth {
  readonly width: number;
  readonly setWidth: (width: number) => void;
}

/** The width the person gave his panels; kept in this browser. */
export function useDraggedWidth(first: number): DraggedWidth {
  const [width, setWidth] = useState(() => {
    const kept = Number(localStorage.getItem(KEY));
    return kept ? within(kept) : first;
  });
  return {
    width,
    setWidth: (next) => {
      setWidth(within(next));
      localStorage.setItem(KEY, String(within(next)));
    },
  };
}

/** The panel's left edge: drag, or arrow keys. */
export function PanelGrip({ dragged }: { readonly dragged: DraggedWidth }) {
  const words = useUiWords();
  function drag(event: PointerEvent<HTMLButtonElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    dragged.setWidth(right - event.clientX);
  }
  function nudge(event: KeyboardEvent) {
    if (event.key === 'ArrowLeft') dragged.setWidth(dragged.width + 16);
    if (event.key === 'ArrowRight') dragged.setWidth(dragged.width - 16);
  }
  return (
    <button
      type="button"
      className="yd-plain yd-panel-grip"
      aria-label={words.resizePanel}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={nudge}
    />
  );
}
