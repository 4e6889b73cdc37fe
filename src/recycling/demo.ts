import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { runNight } from './commands/run-night.ts';
import { setAllClocks } from './commands/set-clocks.ts';
import type { RuleSet } from './rules/rule-set.ts';
import { lockPolicy, saveDraft, saveEnabled } from './store/policy.ts';

const rules = (): RuleSet => ({
  rules: [
    {
      ...{ id: newId(), name: 'A 类 5 天未跟进', poolIds: [], trigger: 'notFollowed', days: 5 },
      condition: { combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }] },
    },
    { id: newId(), name: '7 天未跟进', poolIds: [], condition: null, trigger: 'notFollowed', days: 7 },
  ],
  exemptions: ['protected', 'openDeal', 'contract', 'unpaid', 'approval', 'plan', 'nurture'],
  ...{ planDays: 14, nightShare: 20, warnDays: [7, 3, 1] },
});

/** The rules are in force, and the last night has been: what it took is in its report, what is near is on everybody's day. */
async function seed(world: DemoWorld): Promise<void> {
  const system = world.as(null, world.today);
  const { zone } = system.actor.org;
  const today = dayOf(world.today, zone);
  const marketing = world.as('marketing@demo.yingdan.test', startOfDay(addDays(today, -1), zone));
  await lockPolicy(marketing);
  await saveDraft(marketing, rules());
  await saveEnabled(marketing, today);
  await setAllClocks((work) => work(system));
  await runNight((work) => work(world.as(null, startOfDay(today, zone))));
}

export const demo: Demo = { seed };
