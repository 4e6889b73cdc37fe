import { fact } from '#kernel/outbox.ts';
import type { MoveDirection, StageKind } from './model.ts';

interface Moved {
  accountId: string;
  ownerId: string;
  from: string;
  to: string;
  direction: MoveDirection;
  skipped: number;
  amount: string;
  winRate: string;
  daysInStage: number;
  reason: string | null;
}

export const opportunityCreated = fact<{
  name: string;
  accountId: string;
  ownerId: string;
  stage: string;
  amount: string;
  leadId: string | null;
  channel: string | null;
}>('opportunity.created', 'opportunities');
export const opportunityUpdated = fact('opportunity.updated', 'opportunities');
/** Between open stages; the ends are `opportunity.closed` and `opportunity.reopened`. */
export const opportunityMoved = fact<Moved>('opportunity.moved', 'opportunities');
export const opportunityClosed = fact<Moved & { status: StageKind; note: string | null }>(
  'opportunity.closed',
  'opportunities',
);
export const opportunityReopened = fact<Moved>('opportunity.reopened', 'opportunities');
export const opportunityTransferred = fact<{ ownerId: string; previousOwnerId: string }>(
  'opportunity.transferred',
  'opportunities',
);
export const opportunityDeleted = fact('opportunity.deleted', 'opportunities');
export const opportunityRestored = fact('opportunity.restored', 'opportunities');
