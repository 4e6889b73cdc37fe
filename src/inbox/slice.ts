import type { Slice } from '#kernel/slice.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

/** Everybody has an inbox of his own and nobody reads another's: there is no permission to give. */
export const slice: Slice = { name: 'inbox', routes, reactions };
