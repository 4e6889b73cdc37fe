import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { responseTimerObject } from './fields.ts';
import { barKinds, clockKinds, lastSteps, methods, nobodyChoices, ownerKeys, waysIn } from './model.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const manage = 'assignment.manage';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'not_a_time');
const span = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, { message: 'not_forward', path: ['to'] });
/** When somebody works. */
export const hoursSchema = z.strictObject({
  days: z.array(z.int().min(1).max(7)).max(7).describe('1 is Monday'),
  holidays: z.enum(['CN', 'none']),
  spans: z.array(span).max(6),
});

const ruleShape = {
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean().default(true),
  waysIn: z.array(z.enum(waysIn)).max(waysIn.length).nullable().default(null),
  condition: conditionSchema.nullable().default(null),
  method: z.enum(methods),
  tableField: z.string().max(80).nullable().default(null),
  tableRows: z
    .array(z.array(z.string().trim().min(1).max(100)).min(1).max(50))
    .max(100)
    .default([]),
  poolId: idSchema.nullable().default(null),
  whenNobody: z.enum(nobodyChoices).default('wait'),
  members: z
    .array(
      z.strictObject({
        userId: idSchema,
        rowNo: z.int().min(0).max(99).default(0),
        weight: z.int().min(1).max(100).default(1),
      }),
    )
    .max(500)
    .default([]),
};
/** A rule as it is written, before it is one. */
export const ruleDraft = z.strictObject(ruleShape);

const rule = z.object({
  id: idSchema,
  name: z.string(),
  position: z.int(),
  enabled: z.boolean(),
  waysIn: z.array(z.enum(waysIn)).nullable(),
  condition: conditionSchema.nullable(),
  method: z.enum(methods),
  tableField: z.string().nullable(),
  tableRows: z.array(z.array(z.string())),
  poolId: idSchema.nullable(),
  whenNobody: z.enum(nobodyChoices),
  members: z.array(z.object({ userId: idSchema, rowNo: z.int(), weight: z.int() })),
  waiting: z.int(),
  dealt30: z.int().describe('leads given by it within 30 days'),
  version: versionSchema,
});

export const listRules = operation({
  id: 'assignment.rules',
  method: 'GET',
  path: '/assignment-rules',
  summary: { zh: '分配规则', en: 'Assignment rules' },
  permission: 'assignment.read',
  output: z.object({
    items: z.array(rule),
    pools: z.array(z.object({ id: idSchema, name: z.string(), isDefault: z.boolean() })),
    people: z.array(z.object({ id: idSchema, name: z.string() })).describe('who may be given leads'),
  }),
});

export const createRule = operation({
  id: 'assignment.createRule',
  method: 'POST',
  path: '/assignment-rules',
  status: 201,
  summary: { zh: '新增分配规则', en: 'Add an assignment rule' },
  permission: manage,
  input: ruleDraft,
  output: saved,
});

export const updateRule = operation({
  id: 'assignment.updateRule',
  method: 'PUT',
  path: '/assignment-rules/{id}',
  summary: { zh: '修改分配规则', en: 'Change an assignment rule' },
  permission: manage,
  input: z.strictObject({ id: idSchema, version: versionSchema, ...ruleShape }),
  output: saved,
});

export const deleteRule = operation({
  id: 'assignment.deleteRule',
  method: 'DELETE',
  path: '/assignment-rules/{id}',
  summary: { zh: '删除分配规则', en: 'Delete an assignment rule' },
  permission: manage,
  input: byId,
});

export const orderRules = operation({
  id: 'assignment.orderRules',
  method: 'POST',
  path: '/assignment-rules/order',
  summary: { zh: '调整规则顺序', en: 'Put the rules in order' },
  permission: manage,
  input: z.strictObject({ ids: z.array(idSchema).min(1).max(200) }),
  refusals: {
    rules_changed: { zh: '规则有变动，刷新后再排', en: 'The rules have changed; reload and try again' },
  },
});

export const saveRules = operation({
  id: 'assignment.saveRules',
  method: 'PUT',
  path: '/assignment-rules',
  summary: { zh: '启用整份规则', en: 'Put a list of rules into force' },
  permission: manage,
  input: z.strictObject({
    known: z
      .array(z.strictObject({ id: idSchema, version: versionSchema }))
      .max(200)
      .describe('the list as it was read'),
    rules: z.array(z.strictObject({ id: idSchema.nullable().default(null), ...ruleShape })).max(200),
  }),
  refusals: {
    rules_changed: { zh: '规则有变动，刷新后再改', en: 'The rules have changed; reload and try again' },
  },
});

const sideFigures = z.object({
  key: z.string().describe('a person, or a pool'),
  kind: z.enum(['owner', 'pool']),
  name: z.string(),
  today: z.int(),
  draft: z.int(),
});
const outcome = z.object({ to: z.string(), rule: z.string().nullable(), why: words });

export const simulateRules = operation({
  id: 'assignment.simulate',
  method: 'POST',
  path: '/assignment-rules/simulate',
  summary: { zh: '用过去的线索试算规则', en: 'Try rules on past leads' },
  permission: manage,
  reads: true,
  input: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    rules: z
      .array(z.strictObject({ id: idSchema.nullable().default(null), ...ruleShape }))
      .max(200)
      .describe('the list as it would be, in order'),
  }),
  output: z.object({
    leads: z.int().describe('leads of the period'),
    examined: z.int(),
    sampled: z.boolean(),
    changed: z.int(),
    sides: z.array(sideFigures),
    rules: z.array(z.object({ name: z.string(), today: z.int(), draft: z.int() })),
    sample: z.array(
      z.object({
        leadId: idSchema,
        company: z.string(),
        capturedAt: instantSchema,
        today: outcome,
        draft: outcome,
      }),
    ),
    ms: z.int(),
  }),
});

const policy = z.strictObject({
  name: z.string().trim().min(1).max(60),
  condition: conditionSchema.nullable(),
  minutes: z.int().min(1).max(43_200),
  clock: z.enum(clockKinds),
  atLast: z.enum(lastSteps),
});
const settingsShape = {
  hours: hoursSchema,
  ownerKeys: z.array(z.enum(ownerKeys)).max(ownerKeys.length),
  blacklist: z
    .array(
      z.strictObject({
        kind: z.enum(barKinds),
        value: z.string().trim().min(1).max(200),
        note: z.string().max(200).nullable().default(null),
      }),
    )
    .max(1_000),
  fallbackPoolId: idSchema.nullable(),
  policies: z.array(policy).max(20),
};

export const getSettings = operation({
  id: 'assignment.settings',
  method: 'GET',
  path: '/assignment-settings',
  summary: { zh: '分配设置', en: 'Assignment settings' },
  permission: 'assignment.read',
  output: z.object({ ...settingsShape, version: z.int().min(0) }),
});

export const updateSettings = operation({
  id: 'assignment.updateSettings',
  method: 'PUT',
  path: '/assignment-settings',
  summary: { zh: '修改分配设置', en: 'Change assignment settings' },
  permission: manage,
  input: z.strictObject({ version: z.int().min(0).describe('0: never set'), ...settingsShape }),
  output: z.object({ version: versionSchema }),
});

const leave = z.object({
  id: idSchema,
  userId: idSchema,
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  note: z.string().nullable(),
});

export const listLeaves = operation({
  id: 'leaves.list',
  method: 'GET',
  path: '/leaves',
  summary: { zh: '休假与工作时间', en: 'Leave and hours' },
  permission: 'leaves.read',
  output: z.object({
    items: z.array(leave),
    people: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        hours: hoursSchema.nullable().describe('null: the hours of the organisation'),
        awayUntil: z.iso.date().nullable(),
        working: z.boolean(),
      }),
    ),
    hours: hoursSchema,
  }),
});

const outsideTeam = { zh: '只能为自己或团队成员设置', en: 'Only for yourself or people of your team' };

export const createLeave = operation({
  id: 'leaves.create',
  method: 'POST',
  path: '/leaves',
  status: 201,
  summary: { zh: '登记休假', en: 'Note a leave' },
  permission: 'leaves.create',
  input: z.strictObject({
    userId: idSchema,
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    note: z.string().trim().max(200).nullable().default(null),
  }),
  output: z.object({ id: idSchema }),
  refusals: { outside_your_team: outsideTeam },
});

export const deleteLeave = operation({
  id: 'leaves.delete',
  method: 'DELETE',
  path: '/leaves/{id}',
  summary: { zh: '取消休假', en: 'Cancel a leave' },
  permission: 'leaves.create',
  object: 'leaves',
  input: byId,
});

export const setHours = operation({
  id: 'leaves.setHours',
  method: 'PUT',
  path: '/work-hours/{userId}',
  summary: { zh: '设置个人工作时间', en: 'Set somebody’s hours' },
  permission: 'leaves.create',
  input: z.strictObject({
    userId: idSchema,
    hours: hoursSchema.nullable().describe('null: as the organisation'),
  }),
  refusals: { outside_your_team: outsideTeam },
});

export const timerList = listContract(responseTimerObject, {
  path: '/response-timers',
  permission: 'responseTimers.read',
});

const figures = z.object({
  key: z.string(),
  started: z.int(),
  responded: z.int(),
  open: z.int(),
  inTime: z.int(),
  breached: z.int(),
  averageSeconds: z.int().nullable(),
  medianSeconds: z.int().nullable(),
});

export const firstResponses = operation({
  id: 'responseTimers.figures',
  method: 'GET',
  path: '/first-responses',
  summary: { zh: '首次响应统计', en: 'First responses in figures' },
  permission: 'responseTimers.read',
  input: z.strictObject({ from: z.iso.date(), to: z.iso.date(), by: z.enum(['owner', 'channel']) }),
  output: z.object({ items: z.array(figures), total: figures, names: z.record(z.string(), z.string()) }),
});

export const assignmentsOfLead = operation({
  id: 'assignment.ofLead',
  method: 'GET',
  path: '/leads/{id}/assignments',
  summary: { zh: '线索的分配记录', en: 'How a lead was assigned' },
  permission: 'leads.read',
  object: 'leads',
  input: byId,
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        at: instantSchema,
        cause: z.string(),
        fromOwnerId: idSchema.nullable(),
        toOwnerId: idSchema.nullable(),
        toPool: z.string().nullable(),
        ruleName: z.string().nullable(),
        why: words.nullable(),
      }),
    ),
    names: z.record(z.string(), z.string()),
    timer: z
      .object({
        policy: z.string(),
        startedAt: instantSchema,
        dueAt: instantSchema,
        respondedAt: instantSchema.nullable(),
        escalatedAt: instantSchema.nullable(),
        reassignAt: instantSchema.nullable(),
        open: z.boolean(),
      })
      .nullable(),
    waiting: z.boolean(),
  }),
});
