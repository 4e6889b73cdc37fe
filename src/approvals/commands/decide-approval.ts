import { orForbid, orRefuse, type Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { approvalDecided } from '../events.ts';
import type { Verdict } from '../model.ts';
import { decideVerdict, isForHim } from '../rules/deciding.ts';
import { closeApproval, lockApproval } from '../store.ts';

/**
 * Approves or rejects an open question. Only the named approver may, nobody decides his own, and of two
 * decisions at once the second reads who was first. What follows happens where the fact is heard.
 */
export async function decideApproval(
  { id, verdict, comment: said }: { id: string; verdict: Verdict; comment?: string | undefined },
  step: Step,
): Promise<Output<typeof contract.approve>> {
  const approval = await lockApproval(step, id);
  const comment = said?.trim() || null;
  orForbid(isForHim(approval, step.actor.id, approval.approverName));
  orRefuse(decideVerdict(approval, verdict, comment, approval.decidedByName));

  const version = await closeApproval(step, approval, verdict, comment);
  await announce(step, approvalDecided, {
    subject: id,
    about: [approval.subjectId],
    changes: { status: [approval.status, verdict] },
    data: {
      kind: approval.kind,
      subjectObject: approval.subjectObject,
      subjectId: approval.subjectId,
      title: approval.title,
      amount: approval.amount,
      currency: approval.currency,
      requesterId: approval.requesterId,
      approverId: approval.approverId,
      verdict,
      comment,
      contentHash: approval.contentHash,
    },
  });
  return { id, version };
}
