import type { Step } from '#kernel/command.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { createLeave } from './commands/create-leave.ts';
import { createRule } from './commands/create-rule.ts';
import type { Method, WhenNobody } from './model.ts';
import { defaultSettings } from './rules/default-settings.ts';
import { dueMoments, policyFor } from './rules/responding.ts';
import { insertPastTimers, loadHolds } from './store/demo-timers.ts';
import { leadDefinition } from './store/lead-values.ts';

const mail = (account: string) => `${account}@demo.yingdan.test`;
const clocksOfDays = 90;

export const demo: Demo = {
  async seed(world) {
    await writeRules(world);
    await writeLeave(world);
    await writeClocks(world.as(null, world.today));
  },
  done: ['assignment.hands', 'assignment.answers', 'assignment.limits', 'assignment.ends'],
};

/** Large companies from social media to the best two, regions to their teams, the rest in turn. */
async function writeRules(world: DemoWorld): Promise<void> {
  const step = world.as(mail('admin'), world.today);
  const who = (account: string, more: { rowNo?: number; weight?: number } = {}) => ({
    userId: world.as(mail(account), world.today).actor.id,
    rowNo: more.rowNo ?? 0,
    weight: more.weight ?? 1,
  });
  const empty = {
    ...{ enabled: true, waysIn: null, condition: null, tableField: null, tableRows: [], poolId: null },
    whenNobody: 'next' as WhenNobody,
  };
  const rules = [
    {
      name: '社媒来的大公司',
      method: 'weighted' as Method,
      condition: {
        combinator: 'and' as const,
        rules: [
          { field: 'channel', operator: '=' as const, value: 'social' },
          { field: 'registeredCapital', operator: '>' as const, value: '50000000' },
        ],
      },
      members: [who('rep1', { weight: 2 }), who('rep5')],
    },
    {
      name: '按片区',
      method: 'table' as Method,
      tableField: 'region',
      tableRows: [
        ['上海', '江苏', '浙江', '安徽'],
        ['广东', '福建', '海南'],
        ['北京', '天津', '河北', '山东', '辽宁'],
      ],
      members: [
        ...['rep1', 'rep2', 'rep3', 'rep4'].map((account) => who(account, { rowNo: 0 })),
        ...['rep5', 'rep6'].map((account) => who(account, { rowNo: 1 })),
        ...['rep9', 'rep10'].map((account) => who(account, { rowNo: 2 })),
      ],
    },
    {
      name: '其余给在手最少的',
      method: 'leastLoad' as Method,
      whenNobody: 'wait' as WhenNobody,
      members: ['rep2', 'rep4', 'rep6', 'rep8'].map((account) => who(account)),
    },
  ];
  for (const rule of rules) await createRule({ ...empty, ...rule }, step);
}

async function writeLeave(world: DemoWorld): Promise<void> {
  const step = world.as(mail('rep8'), world.today);
  const today = dayOf(world.today, step.actor.org.zone);
  const days = { fromOn: addDays(today, 3), toOn: addDays(today, 7) };
  await createLeave({ userId: step.actor.id, ...days, note: '年假' }, step);
}

/** The clocks of the last three months, as they would have run: none of them wakes up again. */
async function writeClocks(step: Step): Promise<void> {
  const { zone, locale } = step.actor.org;
  const { hours, policies } = defaultSettings(locale);
  const moment = { actorId: step.actor.id, now: step.now, zone };
  const policyOf = policyFor(policies, leadDefinition(step), moment);
  const holds = await loadHolds(step, new Date(step.now.getTime() - clocksOfDays * 86_400_000));
  const timers = holds.flatMap(({ leadId, ownerId, channel, since, respondedAt, open, ...lead }) => {
    const policy = policyOf(lead);
    if (!policy) return [];
    return [
      {
        ...{ id: newId(), leadId, ownerId, channel, policy: policy.name, minutes: policy.minutes },
        ...{ atLast: policy.atLast, startedAt: since, respondedAt, open },
        ...dueMoments(policy, since, hours, zone),
      },
    ];
  });
  await insertPastTimers(step, timers);
}
