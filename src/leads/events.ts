import { fact } from '#kernel/outbox.ts';
import type { InvalidReason, PlaceCause, ScopeKind } from './model.ts';

interface Placed {
  ownerId: string | null;
  poolId: string | null;
  cause: PlaceCause;
  reason?: string | null;
  note?: string | null;
  previousOwnerId?: string | null;
  /** The rule that decided, and what it says for itself and against the others. */
  ruleId?: string | null;
  why?: { readonly zh: string; readonly en: string } | null;
}

export const leadCreated = fact<{
  company: string;
  ownerId: string | null;
  poolId: string | null;
  channel: string;
  ruleId?: string | null;
  why?: { readonly zh: string; readonly en: string } | null;
}>('lead.created', 'leads');
export const leadUpdated = fact('lead.updated', 'leads');
export const leadClaimed = fact<Placed>('lead.claimed', 'leads');
export const leadAssigned = fact<Placed & { previousOwnerId: string | null }>('lead.assigned', 'leads');
export const leadReleased = fact<Placed & { previousOwnerId: string | null }>('lead.released', 'leads');
/** From one pool to another. */
export const leadMoved = fact<Placed & { fromPoolId: string | null }>('lead.moved', 'leads');
export const leadNurtured = fact<{ days: number; note: string | null }>('lead.nurtured', 'leads');
/** It left the nurture list: somebody ended it, or something happened. */
export const leadWoken = fact<{ because: 'ended' | 'replied' | 'touched' | 'converted' }>(
  'lead.woken',
  'leads',
);
export const conversionUndone = fact<{
  accountId: string;
  contactId: string | null;
  opportunityId: string | null;
}>('lead.conversion_undone', 'leads');
export const poolCreated = fact<{ name: string }>('lead_pool.created', 'leadPools');
export const poolChanged = fact<{ changed: readonly string[] }>('lead_pool.changed', 'leadPools');
export const poolRemoved = fact('lead_pool.removed', 'leadPools');
export const capChanged = fact<{ kind: ScopeKind; refId: string; cap: number | null }>(
  'lead_cap.changed',
  'leadPools',
);
export const standardCapChanged = fact<Readonly<Record<string, number | boolean>>>(
  'lead_cap.standard_changed',
  'leadPools',
);
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
/** A known lead came again, through a form, a web hook or a mail. */
export const leadTouched = fact<{
  method: string;
  via: string | null;
  channel: string;
  campaign: string | null;
  submissionId: string | null;
}>('lead.touched', 'leads');
/** It went back to a pool by itself; `why` says by which rule and since when. */
export const leadRecycled = fact<
  Placed & { previousOwnerId: string; ruleId: string | null; dueOn: string; why: { zh: string; en: string } }
>('lead.recycled', 'leads');
export const leadProtected = fact<{ ownerId: string; until: string; renewals: number }>(
  'lead.protected',
  'leads',
);
export const leadUnprotected = fact<{ ownerId: string }>('lead.unprotected', 'leads');
/** A rule gave it another class, or somebody pinned one. */
export const leadClassed = fact<{
  class: string | null;
  ruleId: string | null;
  pinned: boolean;
  why: { zh: string; en: string } | null;
}>('lead.classed', 'leads');
/** Other leads became part of this one. */
export const leadMerged = fact<{ mergeId: string; loserIds: readonly string[] }>('lead.merged', 'leads');
/** It became part of another lead and is gone. */
export const leadMergedAway = fact<{ mergeId: string; winnerId: string }>('lead.mergedAway', 'leads');
export const leadMergeUndone = fact<{ mergeId: string }>('lead.mergeUndone', 'leads');
