import { useEffect, useRef, useState } from 'react';

let composing = false;
if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', () => {
    composing = true;
  });
  document.addEventListener('compositionend', () => {
    composing = false;
  });
}

/** The value once typing rests: half-written pinyin never starts a search. */
export function useDebouncedIme<T>(value: T, waitMs = 150): T {
  const [settled, setSettled] = useState(value);
  const timer = useRef<number>(undefined);
  useEffect(() => {
    function settle() {
      if (composing) timer.current = window.setTimeout(settle, waitMs);
      else setSettled(value);
    }
    timer.current = window.setTimeout(settle, waitMs);
    return () => window.clearTimeout(timer.current);
  }, [value, waitMs]);
  return settled;
}
