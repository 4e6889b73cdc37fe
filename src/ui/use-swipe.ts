import { type PointerEvent, useRef, useState } from 'react';
import type { Swipe } from './grid-types.ts';

const wakes = 10;
const counts = 88;
const farthest = 132;

interface Swiping {
  /** How far the card stands from its place; 0 when it rests. */
  readonly shift: number;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    /** The press that ends a swipe opens nothing. */
    readonly onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => void;
  };
}

/** A card under the thumb: follows it sideways, does its act when let go far enough, else springs back. */
export function useSwipe(right: Swipe | undefined, left: Swipe | undefined): Swiping {
  const [shift, setShift] = useState(0);
  const from = useRef<{ x: number; y: number } | null>(null);
  const swiped = useRef(false);
  function onPointerDown({ clientX, clientY, pointerType }: PointerEvent) {
    swiped.current = false;
    from.current = pointerType === 'mouse' || !(right || left) ? null : { x: clientX, y: clientY };
  }
  function onPointerMove({ clientX, clientY }: PointerEvent) {
    const start = from.current;
    if (!start) return;
    const way = clientX - start.x;
    const sideways = Math.abs(way) > wakes && Math.abs(way) > Math.abs(clientY - start.y) * 1.5;
    if (!swiped.current && !sideways) return;
    swiped.current = true;
    const allowed = way > 0 ? right : left;
    setShift(allowed ? Math.max(-farthest, Math.min(farthest, way)) : 0);
  }
  function rest() {
    from.current = null;
    setShift(0);
  }
  function onPointerUp() {
    if (shift > counts) right?.onSwipe();
    if (shift < -counts) left?.onSwipe();
    rest();
  }
  return {
    shift,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: rest,
      onClickCapture: (event) => {
        if (!swiped.current) return;
        swiped.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
