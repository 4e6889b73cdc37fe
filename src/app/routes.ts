import { fileRoutes } from '#kernel/files.ts';
import type { Route } from '#kernel/http.ts';
import { slices } from './slices.ts';

/** The route table: those of the slices and the ground's own. The live stream joins it when a node starts. */
export function allRoutes(): Route[] {
  return [...slices.flatMap((slice) => slice.routes ?? []), ...fileRoutes()];
}
