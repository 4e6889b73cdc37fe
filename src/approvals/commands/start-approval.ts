import { orRefuse, type Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { approvalStarted } from '../events.ts';
import type { ApprovalSnapshot } from '../model.ts';
import { chooseApprover } from '../rules/choosing-approver.ts';
import { insertApproval, loadApproverSearch } from '../store.ts';

export interface ApprovalRequest {
  /** `contract`: what the question is about, for words and icons. */
  readonly kind: string;
  readonly subjectObject: string;
  readonly subjectId: string;
  readonly title: string;
  /** The number people know it by: HT-2026-0462. */
  readonly reference?: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly snapshot: ApprovalSnapshot;
  readonly requesterId: string;
}

/**
 * Asks for one decision about a record: the nearest leader above the requester who may decide gets it.
 * Refuses `no_approver` when nobody is left, `already_asked` while a question about this record is open.
 */
export async function startApproval(
  request: ApprovalRequest,
  step: Step,
): Promise<{ id: string; approverId: string }> {
  const { requesterId, kind, subjectObject, subjectId, title, amount, currency } = request;
  const approverId = orRefuse(chooseApprover(await loadApproverSearch(step, requesterId)));

  const id = newId();
  await insertApproval(step, { ...request, id, approverId, reference: request.reference ?? null });
  await announce(step, approvalStarted, {
    subject: id,
    about: [subjectId],
    data: { kind, subjectObject, subjectId, title, amount, currency, requesterId, approverId },
  });
  return { id, approverId };
}
