import { webSlice as accounts } from '#accounts/web/slice.tsx';
import { webSlice as activities } from '#activities/web/slice.tsx';
import { webSlice as analytics } from '#analytics/web/slice.tsx';
import { webSlice as approvals } from '#approvals/web/slice.tsx';
import { webSlice as assignment } from '#assignment/web/slice.tsx';
import { webSlice as audit } from '#audit/web/slice.tsx';
import { webSlice as capture } from '#capture/web/slice.tsx';
import { webSlice as channels } from '#channels/web/slice.tsx';
import { webSlice as contracts } from '#contracts/web/slice.tsx';
import { webSlice as customfields } from '#customfields/web/slice.tsx';
import { webSlice as duplicates } from '#duplicates/web/slice.tsx';
import { webSlice as identity } from '#identity/web/slice.tsx';
import { webSlice as inbox } from '#inbox/web/slice.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { webSlice as leads } from '#leads/web/slice.tsx';
import { webSlice as opportunities } from '#opportunities/web/slice.tsx';
import { webSlice as receivables } from '#receivables/web/slice.tsx';
import { webSlice as recycling } from '#recycling/web/slice.tsx';
import { webSlice as scoring } from '#scoring/web/slice.tsx';
import { webSlice as transfer } from '#transfer/web/slice.tsx';
import order from '../order.json' with { type: 'json' };

const known: readonly WebSlice[] = [
  capture,
  identity,
  customfields,
  accounts,
  activities,
  opportunities,
  leads,
  duplicates,
  assignment,
  recycling,
  scoring,
  transfer,
  approvals,
  contracts,
  receivables,
  channels,
  analytics,
  audit,
  inbox,
];

/** The web side of every slice, in the order of the slices. */
export const allWebSlices: readonly WebSlice[] = order.flatMap((name) =>
  known.filter((slice) => slice.name === name),
);
