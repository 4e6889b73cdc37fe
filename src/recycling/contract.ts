import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { daySchema, idSchema, instantSchema, operation } from '#kernel/contract.ts';
import { exemptions, outcomes, triggers } from './model.ts';

const count = z.int();
const names = z.record(z.string(), z.string());

export const ruleSetSchema = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().trim().min(1).max(60),
        poolIds: z.array(idSchema).max(100).describe('leads that would go there; none: all'),
        condition: conditionSchema.nullable(),
        trigger: z.enum(triggers),
        days: z.int().min(1).max(730),
      }),
    )
    .max(50)
    .describe('the first that fits a lead is its rule'),
  exemptions: z.array(z.enum(exemptions)).max(exemptions.length),
  planDays: z.int().min(1).max(90),
  nightShare: z.int().min(1).max(100).describe('percent of what a person holds, at most, in one night'),
  warnDays: z.array(z.int().min(1).max(60)).max(5),
});

const limits = z.strictObject({
  atMost: z.int().min(0).max(1_000),
  daysAtMost: z.int().min(1).max(730),
  renewalsAtMost: z.int().min(0).max(20),
});

export const getRecycling = operation({
  id: 'recycling.get',
  method: 'GET',
  path: '/recycling',
  summary: { zh: '回收规则：现行与草稿', en: 'Recycling rules: in force and drafted' },
  permission: 'recycling.read',
  output: z.object({
    enabled: z.boolean(),
    live: ruleSetSchema.nullable(),
    draft: ruleSetSchema,
    changed: z.boolean().describe('the draft is not what is in force'),
    seen: z.boolean().describe('you have seen what the draft would do'),
    settling: z.boolean().describe('clocks are being set under changed rules'),
    pausedOn: daySchema.nullable(),
    firstNight: daySchema.nullable(),
    broken: z.array(idSchema).describe('rules in force that ask for a field that is gone'),
    pools: z.array(z.object({ id: idSchema, name: z.string() })),
    limits,
  }),
});

export const saveDraft = operation({
  id: 'recycling.saveDraft',
  method: 'PUT',
  path: '/recycling/draft',
  summary: { zh: '保存回收规则草稿', en: 'Save the draft of the rules' },
  permission: 'recycling.manage',
  input: z.strictObject({ draft: ruleSetSchema }),
});

const night = z.object({ day: daySchema, going: count });
const sample = z.object({
  id: idSchema,
  name: z.string(),
  ownerId: idSchema,
  ruleId: idSchema,
  from: z.enum(['followed', 'owned', 'resumed']),
  fromDay: daySchema,
  days: count,
  dueOn: daySchema,
  class: z.string().nullable(),
  already: z.boolean().describe('goes tonight by the rules in force as well'),
});

export const simulateRules = operation({
  id: 'recycling.simulate',
  method: 'POST',
  path: '/recycling/simulate',
  summary: {
    zh: '试算草稿：谁的多少线索何时回收',
    en: 'What the draft would do: how many of whose leads go when',
  },
  permission: 'recycling.manage',
  input: z.strictObject({
    ownerId: idSchema.optional().describe('rows of this person only'),
    rows: z.enum(['all', 'new', 'classA']).optional().describe('which rows to show'),
  }),
  output: z.object({
    held: count.describe('held open leads looked at'),
    ruled: count.describe('of them, those that a rule fits'),
    due: count.describe('due tonight and not exempt'),
    tonight: count.describe('of them, what the first night takes'),
    people: count,
    classA: count.describe('of those due, leads of class A'),
    exempt: z.array(z.object({ reason: z.enum(exemptions), leads: count })),
    nights: z.array(night),
    today: z
      .object({ due: count, tonight: count, nights: z.array(night) })
      .nullable()
      .describe('by the rules in force'),
    owners: z.array(
      z.object({
        ownerId: idSchema,
        held: count,
        due: count,
        tonight: count,
        week: count,
        exempt: count,
        dueToday: count.describe('due tonight by the rules in force'),
      }),
    ),
    rows: z.array(sample),
    names,
  }),
});

export const enableRecycling = operation({
  id: 'recycling.enable',
  method: 'POST',
  path: '/recycling/enable',
  summary: { zh: '启用草稿（先看试算）', en: 'Put the draft in force (after its simulation)' },
  permission: 'recycling.manage',
  refusals: {
    not_simulated: { zh: '先试算这份草稿，再启用', en: 'See what this draft would do first' },
    no_rules: { zh: '至少要有一条规则', en: 'There must be at least one rule' },
    still_settling: { zh: '上次改动还在生效，稍后再试', en: 'The last change is still being applied' },
  },
});

export const disableRecycling = operation({
  id: 'recycling.disable',
  method: 'POST',
  path: '/recycling/disable',
  summary: { zh: '停用回收，保留剩余天数', en: 'Switch recycling off; what is left is kept' },
  permission: 'recycling.manage',
  refusals: { not_on: { zh: '回收没有启用', en: 'Recycling is not on' } },
});

export const saveLimits = operation({
  id: 'recycling.saveLimits',
  method: 'PUT',
  path: '/recycling/limits',
  summary: { zh: '锁定的上限、最长天数与续锁次数', en: 'Limits of protection' },
  permission: 'recycling.manage',
  input: limits,
  output: limits,
});

const runRow = z.object({
  id: idSchema,
  night: daySchema,
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  examined: count,
  recycled: count,
  skipped: count,
  failed: count,
  planned: count,
});

export const listRuns = operation({
  id: 'recycling.runs',
  method: 'GET',
  path: '/recycling/runs',
  summary: { zh: '每晚回收的结果', en: 'What each night did' },
  permission: 'leads.read',
  output: z.object({ items: z.array(runRow) }),
});

export const getRun = operation({
  id: 'recycling.run',
  method: 'GET',
  path: '/recycling/runs/{id}',
  summary: { zh: '一晚的回收明细', en: 'One night, lead by lead' },
  permission: 'leads.read',
  input: z.strictObject({
    id: idSchema,
    outcome: z.enum(outcomes).optional(),
    reason: z.string().max(60).optional(),
    cursor: idSchema.optional(),
  }),
  output: z.object({
    run: runRow,
    reasons: z.array(z.object({ outcome: z.enum(outcomes), reason: z.string().nullable(), leads: count })),
    rows: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        ownerId: idSchema,
        poolId: idSchema.nullable(),
        dueOn: daySchema,
        outcome: z.enum(outcomes),
        reason: z.string().nullable(),
        decidedAt: instantSchema,
        visible: z.boolean().describe('you can open it now'),
      }),
    ),
    nextCursor: idSchema.nullable(),
    names,
  }),
});

const clock = z.object({
  ruleId: idSchema,
  ruleName: z.string(),
  trigger: z.enum(triggers),
  days: count,
  from: z.enum(['followed', 'owned', 'resumed']),
  fromDay: daySchema,
  dueOn: daySchema,
  daysLeft: count,
  exemptBy: z.enum(exemptions).nullable(),
});

export const getLeadClock = operation({
  id: 'recycling.lead',
  method: 'GET',
  path: '/leads/{id}/recycling',
  summary: { zh: '这条线索何时回收，为什么', en: 'When this lead goes back, and why' },
  permission: 'leads.read',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    enabled: z.boolean(),
    clock: clock.nullable(),
    protection: z
      .object({ until: daySchema, byName: z.string().nullable(), renewals: count, active: z.boolean() })
      .nullable(),
    limits: limits.extend({ held: count.describe('how many its owner has protected') }),
    mayProtect: z.boolean(),
  }),
});

export const listDueSoon = operation({
  id: 'recycling.soon',
  method: 'GET',
  path: '/recycling/soon',
  summary: {
    zh: '即将回收：我名下 7 天内到期的线索',
    en: 'About to go back: mine that are due within 7 days',
  },
  permission: 'leads.read',
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(60).default(7) }),
  output: z.object({
    enabled: z.boolean(),
    total: count,
    tonight: count,
    mail: z.boolean().describe('I want the digest by mail as well'),
    items: z.array(clock.extend({ id: idSchema, name: z.string(), class: z.string().nullable() })),
  }),
});
