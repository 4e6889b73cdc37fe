import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { approvalWithdrawn } from '../events.ts';
import { decideWithdrawal } from '../rules/deciding.ts';
import { closeApproval, lockApproval } from '../store.ts';

/** Takes an open question back; only who asked may. */
export async function withdrawApproval(
  { id }: Input<typeof contract.withdrawApproval>,
  step: Step,
): Promise<Output<typeof contract.withdrawApproval>> {
  const approval = await lockApproval(step, id);
  if (approval.requesterId !== step.actor.id) throw new Refusal('forbidden', 'not_requester');
  orRefuse(decideWithdrawal(approval, approval.decidedByName));

  const version = await closeApproval(step, approval, 'withdrawn', null);
  const { kind, subjectObject, subjectId, title, amount, currency, requesterId, approverId } = approval;
  await announce(step, approvalWithdrawn, {
    subject: id,
    about: [subjectId],
    changes: { status: [approval.status, 'withdrawn'] },
    data: { kind, subjectObject, subjectId, title, amount, currency, requesterId, approverId },
  });
  return { id, version };
}
