import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { duplicateGroupObject, lookUpObject, takeoverObject } from './fields.ts';
import {
  duplicateObjects,
  entryPoints,
  groupStatuses,
  hitStates,
  matchReasons,
  ruleActions,
  ruleFields,
  shownFields,
} from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const text = (most: number) => z.string().trim().max(most).nullish();

export const hitSchema = z.object({
  object: z.enum(duplicateObjects),
  id: idSchema,
  name: z.string().describe('whole when you may see the record, else its first character and **'),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  ownerName: z.string().nullable(),
  poolName: z.string().nullable(),
  state: z.enum(hitStates),
  lastFollowAt: instantSchema.nullable(),
  reasons: z.array(z.enum(matchReasons)),
  sureness: z.number(),
  visible: z.boolean(),
  mayAsk: z.boolean(),
  asked: z.boolean(),
});

export const lookUp = operation({
  id: 'duplicates.lookUp',
  method: 'POST',
  path: '/duplicates/look-up',
  summary: { zh: '查重：这家公司或这个人是否已有', en: 'Look up whether a company or person is known' },
  permission: 'duplicates.lookUp',
  input: z.strictObject({
    text: text(200).describe('a name, phone, e-mail or credit code, whichever it is'),
    name: text(200),
    contact: text(100),
    phone: text(40),
    email: text(254),
    website: text(300),
    region: text(100),
    uscc: text(40),
    entry: z.enum(['lookUp', 'hint']).default('lookUp'),
    except: idSchema.optional().describe('the record that is being edited'),
  }),
  output: z.object({ hits: z.array(hitSchema), more: z.boolean(), understood: z.boolean() }),
});

export const takeoverList = listContract(takeoverObject, {
  path: '/takeovers',
  permission: 'takeovers.read',
});

export const askTakeover = operation({
  id: 'takeovers.ask',
  method: 'POST',
  path: '/takeovers',
  status: 201,
  summary: { zh: '申请接手一条线索', en: 'Ask to take a lead over' },
  permission: 'takeovers.ask',
  input: z.strictObject({ leadId: idSchema, reason: z.string().trim().min(2).max(500) }),
  output: saved,
  refusals: {
    not_found_in_look_up: { zh: '先查重，再申请接手', en: 'Look it up before asking' },
    not_owned: { zh: '这条线索在公海，直接领取', en: 'The lead is in the pool: claim it' },
    already_yours: { zh: '这条线索已经是你的', en: 'The lead is yours already' },
    wrong_state: { zh: '这条线索现在不能申请接手', en: 'The lead is in a state that cannot be asked for' },
    already_asked: { zh: '你已申请接手，等待答复', en: 'You have asked already; the answer is awaited' },
  },
});

const answerRefusals = {
  not_open: { zh: '这条申请已有结果', en: 'The request has been answered' },
  too_late: { zh: '已过答复期限，由主管决定', en: 'Too late: the manager decides now' },
  pool_full: { zh: '对方私海已满，{held} / {cap}', en: 'Their private pool is full, {held} / {cap}' },
  pool_share_full: { zh: '对方在这个公海的份额已满', en: 'Their share of this pool is full' },
  wrong_state: { zh: '线索现在的状态不能转移', en: 'The lead is in a state that cannot be moved' },
};

export const getTakeover = operation({
  id: 'takeovers.get',
  method: 'GET',
  path: '/takeovers/{id}',
  summary: { zh: '一条接手申请', en: 'One take-over request' },
  permission: 'takeovers.read',
  object: 'takeovers',
  input: byId,
  output: z.object({
    takeover: rowSchema(takeoverObject),
    leadId: idSchema,
    names: z.record(z.string(), z.string()),
    may: z.object({ decide: z.boolean(), withdraw: z.boolean(), open: z.boolean() }),
  }),
});

export const approveTakeover = operation({
  id: 'takeovers.approve',
  method: 'POST',
  path: '/takeovers/{id}/approve',
  summary: { zh: '同意接手', en: 'Approve a take-over' },
  permission: 'takeovers.read',
  object: 'takeovers',
  input: z.strictObject({ id: idSchema, note: z.string().trim().max(500).optional() }),
  output: saved,
  refusals: answerRefusals,
});

export const rejectTakeover = operation({
  id: 'takeovers.reject',
  method: 'POST',
  path: '/takeovers/{id}/reject',
  summary: { zh: '拒绝接手', en: 'Reject a take-over' },
  permission: 'takeovers.read',
  object: 'takeovers',
  input: z.strictObject({ id: idSchema, note: z.string().trim().min(2).max(500) }),
  output: saved,
  refusals: answerRefusals,
});

export const withdrawTakeover = operation({
  id: 'takeovers.withdraw',
  method: 'POST',
  path: '/takeovers/{id}/withdraw',
  summary: { zh: '撤回接手申请', en: 'Withdraw a take-over request' },
  permission: 'takeovers.ask',
  object: 'takeovers',
  input: byId,
  output: saved,
  refusals: { not_open: answerRefusals.not_open },
});

export const lookUpList = listContract(lookUpObject, {
  path: '/duplicate-lookups',
  permission: 'duplicates.log',
});

const ruleSchema = z.strictObject({
  terms: z
    .array(z.strictObject({ field: z.enum(ruleFields), how: z.enum(['exact', 'fuzzy']) }))
    .min(1)
    .max(ruleFields.length),
  action: z.enum(ruleActions),
});

export const getRules = operation({
  id: 'duplicates.rules',
  method: 'GET',
  path: '/duplicate-rules',
  summary: { zh: '各入口的查重规则', en: 'Duplicate rules of every way in' },
  permission: 'duplicates.rules',
  output: z.object({
    sets: z.array(z.object({ entry: z.enum(entryPoints), rules: z.array(ruleSchema), version: z.int() })),
    settings: z.object({ shown: z.array(z.enum(shownFields)), alertHits: z.int(), version: z.int() }),
  }),
});

export const setRules = operation({
  id: 'duplicates.setRules',
  method: 'PUT',
  path: '/duplicate-rules/{entry}',
  summary: { zh: '修改一个入口的查重规则', en: 'Change the duplicate rules of one way in' },
  permission: 'duplicates.rules',
  input: z.strictObject({
    entry: z.enum(entryPoints),
    version: z.int().min(0).describe('0: it has never been set'),
    rules: z.array(ruleSchema).max(20),
  }),
  output: z.object({ version: z.int() }),
  refusals: {
    rule_without_key: {
      zh: '每条规则至少要比较公司、电话、邮箱或信用代码之一',
      en: 'Every rule must compare the company, a phone, an e-mail or a credit code',
    },
    field_twice: { zh: '同一条规则里字段不能重复', en: 'A rule may name a field only once' },
    form_would_tell: {
      zh: '公开表单只能放行：提示或拦截会告诉陌生人谁是客户',
      en: 'A public form can only let through: a warning would tell strangers whom we know',
    },
  },
});

export const setSettings = operation({
  id: 'duplicates.setSettings',
  method: 'PUT',
  path: '/duplicate-settings',
  summary: { zh: '修改查重显示与告警', en: 'Change what look-ups show and when they alarm' },
  permission: 'duplicates.rules',
  input: z.strictObject({
    version: z.int().min(0),
    shown: z.array(z.enum(shownFields)).max(shownFields.length),
    alertHits: z.int().min(1).max(10_000),
  }),
  output: z.object({ version: z.int() }),
});

export const groupList = listContract(duplicateGroupObject, {
  path: '/duplicate-groups',
  permission: 'duplicates.merge',
});

const comparedSchema = z.object({
  object: z.enum(duplicateObjects),
  id: idSchema,
  name: z.string(),
  visible: z.boolean(),
  values: z.record(z.string(), z.unknown()).nullable(),
});

export const getGroup = operation({
  id: 'duplicateGroups.get',
  method: 'GET',
  path: '/duplicate-groups/{id}',
  summary: { zh: '一组重复，并排比较', en: 'One group of duplicates side by side' },
  permission: 'duplicates.merge',
  input: byId,
  output: z.object({
    id: idSchema,
    title: z.string(),
    status: z.enum(groupStatuses),
    version: versionSchema,
    reasons: z.array(z.enum(matchReasons)),
    members: z.array(comparedSchema),
    names: z.record(z.string(), z.string()),
  }),
});

export const compareLeads = operation({
  id: 'duplicates.compare',
  method: 'POST',
  path: '/duplicates/compare',
  reads: true,
  summary: { zh: '并排比较线索', en: 'Leads side by side' },
  permission: 'duplicates.merge',
  input: z.strictObject({ ids: z.array(idSchema).min(2).max(20) }),
  output: z.object({ members: z.array(comparedSchema), names: z.record(z.string(), z.string()) }),
});

export const dismissGroup = operation({
  id: 'duplicateGroups.dismiss',
  method: 'POST',
  path: '/duplicate-groups/{id}/dismiss',
  summary: { zh: '标为不是重复（或取消）', en: 'Mark as no duplicates, or take that back' },
  permission: 'duplicates.merge',
  input: z.strictObject({ id: idSchema, version: versionSchema, dismissed: z.boolean() }),
  output: saved,
  refusals: { already_merged: { zh: '这组已合并', en: 'The group has been merged' } },
});

const mergeInput = z.strictObject({
  winnerId: idSchema,
  loserIds: z.array(idSchema).min(1).max(19),
  choices: z
    .record(z.string().max(80), idSchema)
    .default({})
    .describe('by field: the lead whose value stands; left out: the winner’s, or the first other’s'),
  placeOf: idSchema.optional().describe('whose owner or pool it has; left out: the winner’s'),
});
const mergeRefusals = {
  wrong_state: { zh: '已转化的线索不能合并', en: 'A converted lead cannot be merged' },
  unknown_choice: { zh: '选择的字段或记录不存在', en: 'A chosen field or record does not exist' },
  one_lead_twice: { zh: '同一条线索不能合并到自己', en: 'A lead cannot be merged into itself' },
  already_exists: {
    zh: '别的线索已有这个手机号或信用代码',
    en: 'Another lead has this phone or credit code',
  },
};

export const previewMerge = operation({
  id: 'duplicates.previewMerge',
  method: 'POST',
  path: '/duplicates/merge/preview',
  reads: true,
  summary: { zh: '合并预演：结果会是什么', en: 'What a merge would make' },
  permission: 'duplicates.merge',
  input: mergeInput,
  output: z.object({
    values: z.record(z.string(), z.unknown()),
    from: z.record(z.string(), idSchema),
    moves: z.array(
      z.object({ key: z.string(), label: z.object({ zh: z.string(), en: z.string() }), count: z.int() }),
    ),
    ownerId: idSchema.nullable(),
    poolId: idSchema.nullable(),
  }),
  refusals: mergeRefusals,
});

export const mergeDuplicates = operation({
  id: 'duplicates.merge',
  method: 'POST',
  path: '/duplicates/merge',
  status: 201,
  summary: { zh: '合并线索', en: 'Merge leads' },
  permission: 'duplicates.merge',
  input: mergeInput,
  output: z.object({ id: idSchema, winnerId: idSchema, version: versionSchema, undoUntil: instantSchema }),
  refusals: mergeRefusals,
});

export const listMerges = operation({
  id: 'duplicates.merges',
  method: 'GET',
  path: '/duplicate-merges',
  summary: { zh: '最近的合并', en: 'Merges of the last days' },
  permission: 'duplicates.merge',
  input: z.strictObject({ leadId: idSchema.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        title: z.string(),
        winnerId: idSchema,
        losers: z.int(),
        byName: z.string().nullable(),
        at: instantSchema,
        undoUntil: instantSchema,
        undoneAt: instantSchema.nullable(),
      }),
    ),
  }),
});

export const undoMerge = operation({
  id: 'duplicates.undoMerge',
  method: 'POST',
  path: '/duplicate-merges/{id}/undo',
  summary: { zh: '撤销合并（30 天内）', en: 'Take a merge back, within 30 days' },
  permission: 'duplicates.merge',
  input: byId,
  output: z.object({ id: idSchema, winnerId: idSchema, version: versionSchema }),
  refusals: {
    undone_already: { zh: '这次合并已撤销', en: 'The merge has been taken back' },
    too_late: { zh: '超过 30 天，不能再撤销', en: 'More than 30 days ago: it cannot be taken back' },
    wrong_state: {
      zh: '合并之后情况已变，不能撤销',
      en: 'Things have changed since: it cannot be taken back',
    },
    pool_full: {
      zh: '撤销会让负责人超过库容，{held} / {cap}',
      en: 'The owner would hold more than he may, {held} / {cap}',
    },
    already_exists: {
      zh: '手机号或信用代码已被别的线索使用',
      en: 'Another lead has the phone or credit code now',
    },
  },
});

const scanSchema = z.object({
  id: idSchema,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  askedAt: instantSchema,
  asOf: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  records: z.int().nullable(),
  groups: z.int().nullable(),
});

export const getScan = operation({
  id: 'duplicates.scan',
  method: 'GET',
  path: '/duplicate-scan',
  summary: { zh: '最近一次全库查重', en: 'The last scan of the whole base' },
  permission: 'duplicates.merge',
  output: z.object({ last: scanSchema.nullable(), done: scanSchema.nullable() }),
});

export const startScan = operation({
  id: 'duplicates.startScan',
  method: 'POST',
  path: '/duplicate-scan',
  status: 202,
  summary: { zh: '开始全库查重', en: 'Scan the whole base' },
  permission: 'duplicates.merge',
  output: z.object({ id: idSchema }),
  refusals: { running_already: { zh: '全库查重正在进行', en: 'A scan is under way' } },
});
