import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { sourceChosen } from '../events.ts';
import { loadSource, saveSource } from '../store/rule-sets.ts';

/** Chooses what makes the numbers: the rules, or the model wherever it is good enough. */
export async function chooseSource(
  { source }: Input<typeof contract.chooseSource>,
  step: Step,
): Promise<Output<typeof contract.chooseSource>> {
  const before = await loadSource(step);
  if (before.source === source) return { source };
  await saveSource(step, source);
  await announce(step, sourceChosen, {
    subject: step.actor.orgId,
    changes: { source: [before.source, source] },
    data: { source },
  });
  return { source };
}
