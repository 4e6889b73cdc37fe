import type { Output } from '#kernel/contract.ts';
import type { lookUp } from '../../contract.ts';

/** A found record as the screen draws it. */
export type HitRow = Output<typeof lookUp>['hits'][number];
