import { z } from 'zod';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const kind = z.enum(['user', 'role', 'team']);
const cap = z.int().min(0).max(100_000);
const rule = z.object({ id: idSchema, kind, cap, distance: z.int(), label: z.string() });
const counts = z.object({ open: z.int(), invalid: z.int(), converted: z.int(), dealt: z.int() });
const policy = {
  cap,
  excludeConverted: z.boolean(),
  excludeInvalid: z.boolean(),
  excludeDealt: z.boolean(),
};

export const capSettings = operation({
  id: 'leadCaps.settings',
  method: 'GET',
  path: '/lead-caps',
  summary: { zh: '库容设置', en: 'Caps and what they count' },
  permission: 'leadPools.manage',
  output: z.object({
    standard: z.object({ ...policy, version: versionSchema }),
    rules: z.array(
      z.object({ id: idSchema, version: versionSchema, kind, refId: idSchema, name: z.string(), cap }),
    ),
    choices: z.array(z.object({ kind, id: idSchema, name: z.string() })),
  }),
});

export const setStandardCap = operation({
  id: 'leadCaps.setStandard',
  method: 'PATCH',
  path: '/lead-caps',
  summary: { zh: '修改默认库容', en: 'Change the standard cap' },
  permission: 'leadPools.manage',
  input: z.strictObject({ version: versionSchema, ...z.object(policy).partial().shape }),
  output: z.object({ version: versionSchema }),
});

export const setCap = operation({
  id: 'leadCaps.set',
  method: 'PUT',
  path: '/lead-caps/{kind}/{refId}',
  summary: { zh: '设置某人、角色或团队的库容', en: 'Set the cap of a person, role or team' },
  permission: 'leadPools.manage',
  input: z.strictObject({ kind, refId: idSchema, cap }),
  output: saved,
});

export const clearCap = operation({
  id: 'leadCaps.clear',
  method: 'DELETE',
  path: '/lead-caps/{kind}/{refId}',
  summary: { zh: '取消单独的库容', en: 'Let the wider cap stand again' },
  permission: 'leadPools.manage',
  input: z.strictObject({ kind, refId: idSchema }),
  output: z.object({ cleared: z.boolean() }),
});

/** Who holds how much: for managers of their people, with how much somebody is over. */
export const listHoldings = operation({
  id: 'leadCaps.holdings',
  method: 'GET',
  path: '/lead-holdings',
  summary: { zh: '团队库容', en: 'What everybody holds' },
  permission: 'leads.read',
  output: z.object({
    items: z.array(
      z.object({
        userId: idSchema,
        name: z.string(),
        team: z.string().nullable(),
        held: z.int(),
        cap: z.int(),
        over: z.int(),
        rule: rule.nullable(),
      }),
    ),
  }),
});

export const explainCap = operation({
  id: 'leadCaps.explain',
  method: 'GET',
  path: '/lead-holdings/{userId}',
  summary: { zh: '库容是怎么算的', en: 'Which cap applies and what is counted' },
  permission: 'leads.read',
  input: z.strictObject({ userId: idSchema }),
  output: z.object({
    userId: idSchema,
    name: z.string(),
    held: z.int(),
    cap: z.int(),
    over: z.int(),
    rule: rule.nullable(),
    rules: z.array(rule),
    standard: z.int(),
    counts,
    excludes: z.object({ converted: z.boolean(), invalid: z.boolean(), dealt: z.boolean() }),
    counted: z.array(z.object({ id: idSchema, company: z.string(), status: z.string() })),
  }),
});
