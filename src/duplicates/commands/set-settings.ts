import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { duplicateSettingsChanged } from '../events.ts';
import { saveSettings } from '../store/rule-sets.ts';

/** Sets what of records out of reach is shown whole, and from how many hits a day the administrators hear. */
export async function setSettings(
  input: Input<typeof contract.setSettings>,
  step: Step,
): Promise<Output<typeof contract.setSettings>> {
  const version = await saveSettings(step, input);
  await announce(step, duplicateSettingsChanged, {
    subject: step.actor.orgId,
    data: { shown: input.shown, alertHits: input.alertHits },
  });
  return { version };
}
