import { z } from 'zod';
import { bulkContract } from '#kernel/bulk-contract.ts';
import { idSchema, operation, signedIn, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { pooledLeadObject } from './fields/pool-lead.ts';
import { leadObject } from './fields.ts';
import { invalidReasons, releaseReasons } from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });

const poolFull = {
  zh: '私海已满，{held} / {cap}。转化或退回 1 条后再领',
  en: 'Private pool is full, {held} / {cap}. Convert or release one first',
};
const poolShareFull = {
  pool_share_full: {
    zh: '来自这个公海的线索已有 {held} 条，上限 {limit}',
    en: 'Holding {held} leads out of this pool already, the limit is {limit}',
  },
};
const wrongState = { zh: '线索现在的状态不能这样做', en: 'The lead is in a state that does not allow this' };
const notOpen = { wrong_state: wrongState };
const duplicateMobile = {
  zh: '已有这个手机号或信用代码的线索：{name}，{owner}，{statusZh}',
  en: 'A lead with this phone or credit code exists already: {name}, {owner}, {statusEn}',
};
const possibleDuplicate = {
  zh: '像是已有的记录（{count} 条），说明理由后可继续',
  en: 'Looks like {count} records we have; say why to go on',
};
const duplicateBlocked = {
  zh: '已有这家公司的记录，不能再建',
  en: 'This company is known already and cannot be entered again',
};

export const leadList = listContract(leadObject, { path: '/leads', permission: 'leads.read' });
export const poolLeadList = listContract(pooledLeadObject, {
  path: '/pool-leads',
  permission: 'leads.read',
  name: 'poolLeads',
  title: { zh: '公海线索', en: 'Leads in the pool' },
});

export const getLead = operation({
  id: 'leads.get',
  method: 'GET',
  path: '/leads/{id}',
  summary: { zh: '一条线索', en: 'One lead' },
  permission: 'leads.read',
  object: 'leads',
  input: byId,
  output: z.object({
    lead: rowSchema(leadObject),
    names: z.record(z.string(), z.string()),
    may: z.object({
      edit: z.boolean(),
      claim: z.boolean(),
      release: z.boolean(),
      convert: z.boolean(),
      assign: z.boolean(),
      transfer: z.boolean(),
      bypass: z.boolean(),
      nurture: z.boolean(),
      undoConversion: z.boolean(),
    }),
    hidden: z.array(z.string()).describe('fields that the pool keeps from its members'),
    views: z
      .object({ seen: z.int(), quota: z.int(), opened: z.boolean() })
      .nullable()
      .describe('how many details of this pool were opened today, where it limits that'),
  }),
});

export const createLead = operation({
  id: 'leads.create',
  method: 'POST',
  path: '/leads',
  status: 201,
  summary: { zh: '新建线索', en: 'Create a lead' },
  permission: 'leads.create',
  input: z.strictObject({
    ...createShape(leadObject),
    poolId: idSchema.nullable().optional().describe('into this pool; left out: it is yours'),
    byRules: z.boolean().optional().describe('true: the assignment rules say whose it is'),
    duplicateReason: z.string().trim().min(2).max(200).optional().describe('why although it looks known'),
  }),
  output: saved,
  refusals: {
    pool_full: poolFull,
    already_exists: duplicateMobile,
    possible_duplicate: possibleDuplicate,
    duplicate_blocked: duplicateBlocked,
  },
});

export const updateLead = operation({
  id: 'leads.update',
  method: 'PATCH',
  path: '/leads/{id}',
  summary: { zh: '修改线索', en: 'Change a lead' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(leadObject) }),
  output: saved,
  refusals: { ...notOpen, already_exists: duplicateMobile },
});

export const claimLead = operation({
  id: 'leads.claim',
  method: 'POST',
  path: '/leads/{id}/claim',
  summary: { zh: '领取线索', en: 'Claim a lead' },
  permission: 'leads.claim',
  object: 'leads',
  input: z.strictObject({
    id: idSchema,
    reason: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('who runs the pool goes past its rules, with a reason'),
  }),
  output: saved,
  refusals: {
    ...notOpen,
    ...poolShareFull,
    protected_arrival: {
      zh: '新进公海的线索，{until} 起可领',
      en: 'New in the pool; it may be claimed from {until}',
    },
    outside_claim_hours: {
      zh: '现在不在领取时间内（星期 {days}，{from}–{to}）',
      en: 'Claiming is open on days {days} of the week, {from}–{to}',
    },
    assigned_only: { zh: '这个公海只由管理员分配', en: 'Leads of this pool are assigned by its admins' },
    already_claimed: { zh: '没领成：{by} 已在 {at} 领走', en: 'Not claimed: {by} took it at {at}' },
    pool_full: poolFull,
    daily_quota_reached: {
      zh: '今天已领 {claims} 条，上限 {quota}',
      en: '{claims} claimed today, the limit is {quota}',
    },
    cooling_down: {
      zh: '你退回过这条线索，{until} 起可再领',
      en: 'You released this lead; you may claim it again from {until}',
    },
  },
});

export const releaseLead = operation({
  id: 'leads.release',
  method: 'POST',
  path: '/leads/{id}/release',
  summary: { zh: '退回公海', en: 'Release to the pool' },
  permission: 'leads.release',
  object: 'leads',
  input: z.strictObject({
    id: idSchema,
    reason: z.enum(releaseReasons),
    note: z.string().max(500).optional(),
    poolId: idSchema.optional(),
  }),
  output: saved,
  refusals: { ...notOpen, not_owned: { zh: '这条线索已在公海', en: 'The lead is in the pool already' } },
});

export const assignLead = operation({
  id: 'leads.assign',
  method: 'POST',
  path: '/leads/{id}/assign',
  summary: { zh: '分配线索', en: 'Assign a lead' },
  permission: 'leads.assign',
  object: 'leads',
  input: z.strictObject({ id: idSchema, ownerId: idSchema, reason: z.string().min(1).max(200).optional() }),
  output: saved,
  refusals: {
    ...notOpen,
    ...poolShareFull,
    pool_full: { zh: '对方私海已满，{held} / {cap}', en: 'Their private pool is full, {held} / {cap}' },
    already_theirs: { zh: '已经在对方名下', en: 'Already theirs' },
    outside_your_team: {
      zh: '只能分配给自己团队（含下级）的同事',
      en: 'You can assign leads to people of your own team and below only',
    },
  },
});

export const transferLead = operation({
  id: 'leads.transfer',
  method: 'POST',
  path: '/leads/{id}/transfer',
  summary: { zh: '移到其他公海', en: 'Move to another pool' },
  permission: 'leads.assign',
  object: 'leads',
  input: z.strictObject({ id: idSchema, poolId: idSchema, reason: z.string().min(1).max(200).optional() }),
  output: saved,
  refusals: {
    not_in_pool: { zh: '这条线索不在公海', en: 'The lead is in no pool' },
    already_there: { zh: '已经在这个公海', en: 'It is in this pool already' },
  },
});

export const invalidateLead = operation({
  id: 'leads.invalidate',
  method: 'POST',
  path: '/leads/{id}/invalidate',
  summary: { zh: '标为无效', en: 'Mark as invalid' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({
    id: idSchema,
    reason: z.enum(invalidReasons),
    note: z.string().max(500).optional(),
  }),
  output: saved,
  refusals: notOpen,
});

export const deleteLead = operation({
  id: 'leads.delete',
  method: 'DELETE',
  path: '/leads/{id}',
  summary: { zh: '删除线索', en: 'Delete a lead' },
  permission: 'leads.delete',
  object: 'leads',
  input: byId,
  output: saved,
  refusals: { wrong_state: { zh: '已转化的线索不能删除', en: 'A converted lead cannot be deleted' } },
});

export const restoreLead = operation({
  id: 'leads.restore',
  method: 'POST',
  path: '/leads/{id}/restore',
  summary: { zh: '恢复线索', en: 'Restore a lead' },
  permission: 'leads.delete',
  object: 'leads',
  input: byId,
  output: saved,
  refusals: { pool_full: poolFull, already_exists: duplicateMobile },
});

export const getHolding = operation({
  id: 'leads.holding',
  method: 'GET',
  path: '/lead-holding',
  summary: { zh: '我的私海库容', en: 'My private pool' },
  permission: signedIn,
  output: z.object({ held: z.int(), cap: z.int(), claimsToday: z.int() }),
});

export const listPools = operation({
  id: 'leadPools.list',
  method: 'GET',
  path: '/lead-pools',
  summary: { zh: '公海列表', en: 'Pools' },
  permission: 'leads.read',
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        isDefault: z.boolean(),
        mode: z.enum(['claim', 'assign']),
        isAdmin: z.boolean(),
        seen: z.boolean().describe('its leads are shown'),
        takes: z.boolean().describe('leads may be put into it'),
        claimWindow: z.object({ days: z.array(z.int()), from: z.string(), to: z.string() }).nullable(),
        waiting: z.int(),
      }),
    ),
  }),
});

export const bulkClaim = bulkContract(claimLead, '/leads/bulk-claim');
export const bulkRelease = bulkContract(releaseLead, '/leads/bulk-release');
export const bulkAssign = bulkContract(assignLead, '/leads/bulk-assign');
export const bulkUpdate = bulkContract(updateLead, '/leads/bulk-update');
export const bulkDelete = bulkContract(deleteLead, '/leads/bulk-delete');
export const bulkTransfer = bulkContract(transferLead, '/leads/bulk-transfer');
