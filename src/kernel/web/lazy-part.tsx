import { type ComponentType, createElement, lazy, Suspense } from 'react';

/**
 * A panel, dialog or tool that is loaded when it is first drawn. A slice's manifest is part of the shell; what it
 * points to is not: `Part: lazyPart(async () => (await import('./parts/deal-cell.tsx')).DealCell)`.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return (props) => createElement(Suspense, { fallback: null }, createElement(loaded, props));
}
