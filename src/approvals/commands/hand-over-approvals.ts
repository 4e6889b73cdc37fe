import { orRefuse, type Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { approvalReassigned } from '../events.ts';
import { chooseApprover } from '../rules/choosing-approver.ts';
import { loadApproverSearch, lockWaitingFor, saveApprover } from '../store.ts';

/**
 * Gives the open questions of a leaver to whoever decides next above each requester: a decision follows the
 * order of the company, not the successor of the leaver's own work.
 */
export async function handOverApprovals({ from }: { from: string }, step: Step): Promise<void> {
  for (const approval of await lockWaitingFor(step, from)) {
    const approverId = orRefuse(chooseApprover(await loadApproverSearch(step, approval.requesterId)));
    if (approverId === from) continue;
    await saveApprover(step, approval.id, approverId);
    const { kind, subjectObject, subjectId, title, amount, currency, requesterId } = approval;
    await announce(step, approvalReassigned, {
      subject: approval.id,
      about: [subjectId],
      changes: { approverId: [from, approverId] },
      data: {
        ...{ kind, subjectObject, subjectId, title, amount, currency, requesterId, approverId },
        previousApproverId: from,
      },
    });
  }
}
