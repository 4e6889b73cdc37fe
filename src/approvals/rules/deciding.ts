import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { Approval, Verdict } from '../model.ts';

/**
 * Says whether this person is the one to decide: the named approver, and never who asked, whatever rights
 * he has (a refusal here is a missing right, 403).
 */
export function isForHim(
  approval: Pick<Approval, 'requesterId' | 'approverId'>,
  actorId: string,
  approverName: string,
): Decision<true, 'own_request' | 'not_yours'> {
  if (approval.requesterId === actorId) return no('own_request');
  if (approval.approverId !== actorId) return no('not_yours', { approver: approverName });
  return yes(true);
}

/** Decides one open question once; a rejection says why. */
export function decideVerdict(
  approval: Pick<Approval, 'status'>,
  verdict: Verdict,
  comment: string | null,
  decidedBy: string | null,
): Decision<Verdict, 'already_decided' | 'withdrawn' | 'comment_required'> {
  if (approval.status === 'withdrawn') return no('withdrawn');
  if (approval.status !== 'pending') return no('already_decided', { by: decidedBy ?? '' });
  if (verdict === 'rejected' && !comment) return no('comment_required');
  return yes(verdict);
}

/** Only an open question can be taken back. That the asker does it is checked as a right, before. */
export function decideWithdrawal(
  approval: Pick<Approval, 'status'>,
  decidedBy: string | null,
): Decision<true, 'already_decided' | 'withdrawn'> {
  if (approval.status === 'withdrawn') return no('withdrawn');
  if (approval.status !== 'pending') return no('already_decided', { by: decidedBy ?? '' });
  return yes(true);
}
