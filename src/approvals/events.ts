import { fact } from '#kernel/outbox.ts';
import type { Verdict } from './model.ts';

interface Asked {
  kind: string;
  subjectObject: string;
  subjectId: string;
  title: string;
  amount: string | null;
  currency: string | null;
  requesterId: string;
  approverId: string;
}

export const approvalStarted = fact<Asked>('approval.started', 'approvals');
/** Whoever asked reacts; `contentHash` names the content that the approver saw. */
export const approvalDecided = fact<
  Asked & { verdict: Verdict; comment: string | null; contentHash: string }
>('approval.decided', 'approvals');
export const approvalWithdrawn = fact<Asked>('approval.withdrawn', 'approvals');
/** The approver left; the question went to the next person above. */
export const approvalReassigned = fact<Asked & { previousApproverId: string }>(
  'approval.reassigned',
  'approvals',
);
