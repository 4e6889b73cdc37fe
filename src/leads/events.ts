import { fact } from '#kernel/outbox.ts';
import type { InvalidReason, PlaceCause } from './model.ts';

interface Placed {
  ownerId: string | null;
  poolId: string | null;
  cause: PlaceCause;
  reason?: string | null;
}

export const leadCreated = fact<{
  company: string;
  ownerId: string | null;
  poolId: string | null;
  channel: string;
}>('lead.created', 'leads');
export const leadUpdated = fact('lead.updated', 'leads');
export const leadClaimed = fact<Placed>('lead.claimed', 'leads');
export const leadAssigned = fact<Placed & { previousOwnerId: string | null }>('lead.assigned', 'leads');
export const leadReleased = fact<Placed & { previousOwnerId: string | null }>('lead.released', 'leads');
export const leadConverted = fact<{
  accountId: string;
  contactId: string | null;
  opportunityId: string | null;
}>('lead.converted', 'leads');
export const leadInvalidated = fact<{ reason: InvalidReason; note: string | null }>(
  'lead.invalidated',
  'leads',
);
export const leadDeleted = fact('lead.deleted', 'leads');
export const leadRestored = fact('lead.restored', 'leads');
