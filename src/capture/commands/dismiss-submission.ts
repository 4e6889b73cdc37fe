import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/submissions.ts';
import { submissionDismissed } from '../events.ts';
import { lockKept, saveDecisions } from '../store/submissions.ts';

/** Puts away what was kept aside; it goes for good when its time is over. */
export async function dismissSubmission(
  { id }: Input<typeof contract.dismissSubmission>,
  step: Step,
): Promise<Output<typeof contract.dismissSubmission>> {
  const one = await lockKept(step, id);
  await saveDecisions(step, [
    { id, state: 'dismissed', reason: one.reason, problems: one.problems, leadId: null, outcome: null },
  ]);
  await announce(step, submissionDismissed, { subject: id, data: {} });
  return { id, version: one.version + 1 };
}
