import { lazy, Suspense, useRef } from 'react';
import type { DialogProps } from './dialog-props.ts';

const load = () => import('./dialog-drawn.tsx');
const DrawnDialog = lazy(async () => ({ default: (await load()).DrawnDialog }));

// Fetched once the page stands, so that the first dialog opens at once.
if (typeof window !== 'undefined') window.setTimeout(() => void load(), 3000);

/** A dialog; on a phone a sheet from the foot. Focus goes in and comes back. Its code is loaded when one first opens. */
export function Dialog(props: DialogProps) {
  // Once opened it stays mounted, so that it can close the way it opened.
  const opened = useRef(props.open);
  opened.current ||= props.open;
  if (!opened.current) return null;
  return (
    <Suspense fallback={null}>
      <DrawnDialog {...props} />
    </Suspense>
  );
}
