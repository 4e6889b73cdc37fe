import { slice as accounts } from '#accounts/slice.ts';
import { slice as activities } from '#activities/slice.ts';
import { slice as analytics } from '#analytics/slice.ts';
import { slice as approvals } from '#approvals/slice.ts';
import { slice as assignment } from '#assignment/slice.ts';
import { slice as audit } from '#audit/slice.ts';
import { slice as capture } from '#capture/slice.ts';
import { slice as channels } from '#channels/slice.ts';
import { slice as contracts } from '#contracts/slice.ts';
import { slice as customfields } from '#customfields/slice.ts';
import { slice as duplicates } from '#duplicates/slice.ts';
import { slice as identity } from '#identity/slice.ts';
import { slice as inbox } from '#inbox/slice.ts';
import type { Slice } from '#kernel/slice.ts';
import { slice as leads } from '#leads/slice.ts';
import { slice as opportunities } from '#opportunities/slice.ts';
import { slice as receivables } from '#receivables/slice.ts';
import { slice as recycling } from '#recycling/slice.ts';
import { slice as scoring } from '#scoring/slice.ts';
import { slice as search } from '#search/slice.ts';
import { slice as transfer } from '#transfer/slice.ts';
import { slice as views } from '#views/slice.ts';
import order from './order.json' with { type: 'json' };

const known: readonly Slice[] = [
  capture,
  identity,
  customfields,
  views,
  inbox,
  accounts,
  activities,
  opportunities,
  leads,
  duplicates,
  assignment,
  recycling,
  scoring,
  approvals,
  contracts,
  receivables,
  channels,
  transfer,
  search,
  analytics,
  audit,
];

/** Every slice that exists, upstream first: the order of seeds, checks and hand-overs. */
export const slices: readonly Slice[] = order.flatMap((name) => known.filter((slice) => slice.name === name));
