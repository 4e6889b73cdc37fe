import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { hideableKeys } from '../fields/pool-lead.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const who = z.strictObject({ kind: z.enum(['user', 'role', 'team']), id: idSchema });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const few = z.int().min(0).max(100_000);

const settings = {
  name: z.string().trim().min(1).max(60),
  mode: z.enum(['claim', 'assign']).describe('claim: members see and claim; assign: its admins deal it out'),
  openToAll: z.boolean(),
  members: z.array(who).max(200),
  admins: z.array(who).max(200),
  dailyQuota: few,
  cooldown: z.strictObject({ amount: few, unit: z.enum(['days', 'hours']) }),
  protectHours: z.int().min(0).max(8760).describe('a new arrival is nobody’s for so long'),
  claimWindow: z
    .strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: clock, to: clock })
    .refine(({ from, to }) => from < to, 'must_be_later')
    .nullable(),
  viewQuota: few.nullable().describe('whose details one person may open a day'),
  retention: few.nullable().describe('open leads out of this pool that one person may hold'),
  hiddenFields: z.array(z.enum(hideableKeys)).max(50),
};

const names = { zh: '已有同名公海', en: 'There is a pool of this name' };
const notEmpty = {
  zh: '公海里还有 {n} 条线索，先移走再停用',
  en: '{n} leads are still in the pool; move them first',
};
const theDefault = { zh: '默认公海不能停用或删除', en: 'The default pool cannot be stopped or removed' };

export const poolSettings = operation({
  id: 'leadPools.settings',
  method: 'GET',
  path: '/lead-pools/settings',
  summary: { zh: '公海设置', en: 'Pools and their rules' },
  permission: 'leadPools.manage',
  output: z.object({
    items: z.array(
      z.object({
        ...settings,
        members: z.array(z.object({ ...who.shape, name: z.string() })),
        admins: z.array(z.object({ ...who.shape, name: z.string() })),
        hiddenFields: z.array(z.string()),
        claimWindow: z.object({ days: z.array(z.int()), from: z.string(), to: z.string() }).nullable(),
        id: idSchema,
        version: versionSchema,
        isDefault: z.boolean(),
        active: z.boolean(),
        waiting: z.int(),
      }),
    ),
    choices: z.array(z.object({ ...who.shape, name: z.string() })),
  }),
});

export const createPool = operation({
  id: 'leadPools.create',
  method: 'POST',
  path: '/lead-pools',
  status: 201,
  summary: { zh: '新建公海', en: 'Create a pool' },
  permission: 'leadPools.manage',
  input: z.strictObject(settings),
  output: saved,
  refusals: { already_exists: names },
});

export const updatePool = operation({
  id: 'leadPools.update',
  method: 'PATCH',
  path: '/lead-pools/{id}',
  summary: { zh: '修改公海', en: 'Change a pool' },
  permission: 'leadPools.manage',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    ...z.object(settings).partial().shape,
    active: z.boolean().optional(),
    isDefault: z.literal(true).optional().describe('leads without another place come here from now on'),
  }),
  output: saved,
  refusals: { already_exists: names, pool_not_empty: notEmpty, is_default: theDefault },
});

export const deletePool = operation({
  id: 'leadPools.delete',
  method: 'DELETE',
  path: '/lead-pools/{id}',
  summary: { zh: '删除公海', en: 'Remove a pool' },
  permission: 'leadPools.manage',
  input: z.strictObject({ id: idSchema }),
  output: saved,
  refusals: { pool_not_empty: notEmpty, is_default: theDefault },
});

/** Opens the details of a lead in a pool that limits them: once a day each. */
export const openLead = operation({
  id: 'leads.open',
  method: 'POST',
  path: '/leads/{id}/open',
  summary: { zh: '查看公海线索详情', en: 'Open the details of a lead in a pool' },
  permission: 'leads.read',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({ seen: z.int(), quota: z.int().nullable() }),
  refusals: {
    view_quota_reached: {
      zh: '今天已查看 {seen} 条，上限 {quota}',
      en: '{seen} opened today, the limit is {quota}',
    },
  },
});

export const placesOfLead = operation({
  id: 'leads.places',
  method: 'GET',
  path: '/leads/{id}/places',
  summary: { zh: '线索去过哪里', en: 'Where a lead has been' },
  permission: 'leads.read',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    items: z.array(
      z.object({
        since: instantSchema,
        until: instantSchema.nullable(),
        cause: z.string(),
        owner: z.string().nullable(),
        pool: z.string().nullable(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
});
