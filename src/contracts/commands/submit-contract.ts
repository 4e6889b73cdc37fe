import { startApproval } from '#approvals/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import { contractSubmitted } from '../events.ts';
import { decideSubmit } from '../rules/contract-states.ts';
import { contractNumber } from '../rules/numbering.ts';
import { presentForApproval } from '../rules/presenting.ts';
import {
  contentHashOf,
  loadAccountName,
  loadLines,
  loadPlan,
  lockContract,
  saveStatus,
  sumSigned,
  takeNumber,
} from '../store.ts';

/**
 * Asks the leader to approve a whole draft. It gets its number now, once and for ever, and from now on nobody
 * edits it: the approver decides on exactly what he sees, and its fingerprint travels with the question.
 */
export async function submitContract(
  { id }: Input<typeof contract.submitContract>,
  step: Step,
): Promise<Output<typeof contract.submitContract>> {
  const { actor, now } = step;
  const draft = await lockContract(step, id);
  const lines = await loadLines(step, id);
  const plan = await loadPlan(step, id);
  orRefuse(decideSubmit({ ...draft, lineCount: lines.length, plan }));
  const signed = await sumSigned(step, draft.accountId, draft.currency);
  const account = { name: await loadAccountName(step, draft.accountId), ...signed };

  const year = Number(dayOf(now, actor.org.zone).slice(0, 4));
  const number = draft.number ?? contractNumber(year, await takeNumber(step, year));
  const asked = await startApproval(
    {
      kind: 'contract',
      subjectObject: 'contracts',
      subjectId: id,
      title: `${account.name} · ${draft.name}`.slice(0, 400),
      reference: number,
      amount: draft.amount,
      currency: draft.currency,
      snapshot: {
        ...presentForApproval({ contract: draft, lines, plan, account }),
        contentHash: await contentHashOf(step, id),
      },
      requesterId: actor.id,
    },
    step,
  );
  const version = await saveStatus(step, draft, 'inApproval', {
    number,
    approval_id: asked.id,
    submitted_at: now,
  });
  await announce(step, contractSubmitted, {
    subject: id,
    about: [draft.accountId, draft.opportunityId],
    changes: {
      status: [draft.status, 'inApproval'],
      ...(draft.number ? {} : { number: [null, number] as const }),
    },
    data: { number, approvalId: asked.id, approverId: asked.approverId },
  });
  return { id, version, number, approvalId: asked.id, approverId: asked.approverId };
}
