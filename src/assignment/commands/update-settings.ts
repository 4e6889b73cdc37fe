import { rightsFor } from '#kernel/access.ts';
import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { settingsChanged } from '../events.ts';
import { policyProblems } from '../rules/checking-rules.ts';
import { loadPools } from '../store/desk.ts';
import { saveSettings } from '../store/editing.ts';
import { leadDefinition } from '../store/lead-values.ts';
import { loadSettings } from '../store/rules.ts';

/** Sets hours, blacklist, what an existing owner is known by, and the response times. Clocks that run keep their limits. */
export async function updateSettings(
  { version, ...settings }: Input<typeof contract.updateSettings>,
  step: Step,
): Promise<Output<typeof contract.updateSettings>> {
  const definition = leadDefinition(step);
  const problems = policyProblems(settings.policies, definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
  const { poolNames } = await loadPools(step);
  if (settings.fallbackPoolId && !poolNames.has(settings.fallbackPoolId))
    throw badInput([{ field: 'fallbackPoolId', code: 'unknown_reference' }]);

  const saved = await saveSettings(step, settings, version);
  if (saved === null) throw stale((await loadSettings(step)).settings);
  await announce(step, settingsChanged, { subject: step.actor.orgId, data: {} });
  return { version: saved };
}
