import { useSyncExternalStore } from 'react';

/** Width classes of the look: phone < 640, narrow < 960, medium < 1200, wide < 1440, full. */
export type Viewport = 'phone' | 'narrow' | 'medium' | 'wide' | 'full';

const order: readonly Viewport[] = ['phone', 'narrow', 'medium', 'wide', 'full'];

function viewportNow(): Viewport {
  const width = window.innerWidth;
  if (width < 640) return 'phone';
  if (width < 960) return 'narrow';
  if (width < 1200) return 'medium';
  return width < 1440 ? 'wide' : 'full';
}

function listen(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

export function useViewport(): Viewport {
  return useSyncExternalStore(listen, viewportNow, () => 'full');
}

export function usePhone(): boolean {
  return useViewport() === 'phone';
}

export function isBelow(viewport: Viewport, limit: Viewport): boolean {
  return order.indexOf(viewport) < order.indexOf(limit);
}
