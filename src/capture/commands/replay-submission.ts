import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import { captureLeads, leadFieldsToAsk, readCapturedValues } from '#leads/public.ts';
import type * as contract from '../contract/submissions.ts';
import { submissionReplayed } from '../events.ts';
import { namesSomebody } from '../rules/judging-visits.ts';
import { readingOf } from '../store/reading.ts';
import { lockKept, saveDecisions } from '../store/submissions.ts';

/** Takes something in after all that was kept aside, with the values a person corrected if he did. */
export async function replaySubmission(
  { id, values }: Input<typeof contract.replaySubmission>,
  step: Step,
): Promise<Output<typeof contract.replaySubmission>> {
  const one = await lockKept(step, id);
  const reading = await readingOf(step, [one]);
  const { sent, captured } = reading.leadOf(one, await leadFieldsToAsk(step), values);
  if (!namesSomebody(sent)) throw new Refusal('rule', 'still_not_valid');
  const read = readCapturedValues(sent, step);
  if ('problems' in read) throw badInput(read.problems);
  const [done] = await captureLeads([{ ...captured, values: read.values }], step);
  if (!done) throw new Error('one lead in, one outcome out');
  await saveDecisions(step, [{ id, state: 'accepted', reason: one.reason, problems: null, ...done }]);
  await announce(step, submissionReplayed, {
    subject: id,
    about: [done.leadId],
    data: { leadId: done.leadId },
  });
  return { id, ...done };
}
