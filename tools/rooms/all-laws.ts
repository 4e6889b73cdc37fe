import { exports } from './exports.ts';
import { hygiene } from './hygiene.ts';
import type { Law } from './law.ts';
import { looks } from './looks.ts';
import { purity } from './purity.ts';
import { roomsAndNames } from './rooms-and-names.ts';
import { sizes } from './sizes.ts';
import { tableOwners } from './table-owners.ts';

/** Every law that imports cannot show. Each keeps a planted violation in tools/planted/room-plants.ts. */
export const LAWS: readonly Law[] = [
  ...roomsAndNames,
  ...sizes,
  ...purity,
  ...tableOwners,
  ...exports,
  ...looks,
  ...hygiene,
];
