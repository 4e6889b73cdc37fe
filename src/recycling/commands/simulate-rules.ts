import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import { outlookOf } from '../rules/outlook.ts';
import { fingerprint, type RuleSet } from '../rules/rule-set.ts';
import { loadPolicy, type Policy, saveSimulation } from '../store/policy.ts';
import { countLive, loadHeld, loadNames, simulateSet } from '../store/simulation.ts';

const nights = 7;

/** Shows what the draft would do from the coming midnight on, beside what the rules in force do; and remembers who saw it. */
export async function simulateRules(
  { ownerId }: Input<typeof contract.simulateRules>,
  step: Step,
): Promise<Output<typeof contract.simulateRules>> {
  const policy = await loadPolicy(step);
  const today = dayOf(step.now, step.actor.org.zone);
  const firstNight = addDays(today, 1);
  const held = await loadHeld(step);
  const found = await simulateSet(step, policy.draft, policy, { today, firstNight, nights, ownerId });
  const outlook = outlookOf(found.due, held, { firstNight, nights, nightShare: policy.draft.nightShare });
  const tonight = outlook.nights[0]?.going ?? 0;
  await saveSimulation(step, fingerprint(policy.draft));
  const people = [...outlook.owners.map((one) => one.ownerId), ...found.rows.map((row) => row.ownerId)];
  return {
    held: [...held.values()].reduce((sum, count) => sum + count, 0),
    ruled: found.ruled,
    tonight,
    people: outlook.owners.filter((one) => one.tonight > 0).length,
    classA: found.due
      .filter(({ night, exempt }) => night === 0 && exempt === null)
      .reduce((sum, { classA }) => sum + classA, 0),
    waiting: outlook.owners.reduce((sum, one) => sum + one.waiting, 0),
    exempt: [...outlook.exempt],
    nights: [...outlook.nights],
    today: await liveOutlook(step, policy, held, firstNight),
    owners: [...outlook.owners],
    rows: [...found.rows],
    names: await loadNames(step, people),
  };
}

async function liveOutlook(
  step: Step,
  policy: Policy,
  held: ReadonlyMap<string, number>,
  firstNight: string,
) {
  if (!policy.enabled || policy.live === null) return null;
  const set: RuleSet = policy.live;
  const due = await countLive(step, set, { firstNight, nights });
  const outlook = outlookOf(due, held, { firstNight, nights, nightShare: set.nightShare });
  return { tonight: outlook.nights[0]?.going ?? 0, nights: [...outlook.nights] };
}
