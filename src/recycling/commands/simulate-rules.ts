import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import { type Outlook, outlookOf } from '../rules/outlook.ts';
import { fingerprint } from '../rules/rule-set.ts';
import { loadPolicy, type Policy, saveSimulation } from '../store/policy.ts';
import { countLive, loadHeld, loadNames, simulateSet } from '../store/simulation.ts';

const nights = 7;

/** Shows what the draft would do from the coming midnight on, beside what the rules in force do; and remembers who saw it. */
export async function simulateRules(
  { ownerId, rows = 'all' }: Input<typeof contract.simulateRules>,
  step: Step,
): Promise<Output<typeof contract.simulateRules>> {
  const policy = await loadPolicy(step);
  const today = dayOf(step.now, step.actor.org.zone);
  const firstNight = addDays(today, 1);
  const held = await loadHeld(step);
  const found = await simulateSet(step, policy.draft, policy, { today, firstNight, nights, ownerId, rows });
  const outlook = outlookOf(found.due, held, { firstNight, nights, nightShare: policy.draft.nightShare });
  const live = await liveOutlook(step, policy, held, firstNight);
  await saveSimulation(step, fingerprint(policy.draft));
  const dueToday = new Map(live?.owners.map((one) => [one.ownerId, one.due]));
  const owners = outlook.owners.map((one) => ({ ...one, dueToday: dueToday.get(one.ownerId) ?? 0 }));
  const going = found.due.filter(({ night, exempt }) => night === 0 && exempt === null);
  return {
    held: sum([...held.values()]),
    ruled: found.ruled,
    due: sum(owners.map(({ due }) => due)),
    tonight: outlook.nights[0]?.going ?? 0,
    people: owners.filter(({ due }) => due > 0).length,
    classA: sum(going.map(({ classA }) => classA)),
    exempt: [...outlook.exempt],
    nights: [...outlook.nights],
    today: live && {
      due: sum(live.owners.map(({ due }) => due)),
      tonight: live.nights[0]?.going ?? 0,
      nights: [...live.nights],
    },
    owners,
    rows: [...found.rows],
    names: await loadNames(
      step,
      [...owners, ...found.rows].map((one) => one.ownerId),
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function liveOutlook(
  step: Step,
  { enabled, live }: Policy,
  held: ReadonlyMap<string, number>,
  firstNight: string,
): Promise<Outlook | null> {
  if (!enabled || live === null) return null;
  const due = await countLive(step, live, { firstNight, nights });
  return outlookOf(due, held, { firstNight, nights, nightShare: live.nightShare });
}
