import { z } from 'zod';
import { maturityGrades } from '#accounts/model.ts';
import { idSchema, instantSchema, operation, signedIn, versionSchema } from '#kernel/contract.ts';
import { patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { activityObject } from './fields.ts';
import { activityKinds, activityResults } from './model.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const objectName = z.string().regex(/^[a-zA-Z]{2,40}$/);
const names = z.record(z.string(), z.string());

const tooLate = {
  too_late_to_change: {
    zh: '写下超过 24 小时，只能补记一条，不能再改',
    en: 'Written more than 24 hours ago: add another one instead of changing it',
  },
};

export const activityList = listContract(activityObject, {
  path: '/activities',
  permission: 'activities.read',
});

export const getActivity = operation({
  id: 'activities.get',
  method: 'GET',
  path: '/activities/{id}',
  summary: { zh: '一条跟进', en: 'One activity' },
  permission: 'activities.read',
  object: 'activities',
  input: z.strictObject({ id: idSchema }),
  output: z.object({ activity: rowSchema(activityObject), names }),
});

export const logActivity = operation({
  id: 'activities.log',
  method: 'POST',
  path: '/activities',
  status: 201,
  summary: { zh: '记跟进', en: 'Log an activity' },
  permission: 'activities.create',
  input: z.strictObject({
    subjectObject: objectName,
    subjectId: idSchema,
    contactId: idSchema.nullable().optional().describe('whom it was with'),
    kind: z.enum(activityKinds),
    content: z.string().max(5_000).nullable().optional(),
    result: z.enum(activityResults).nullable().optional(),
    connected: z.boolean().nullable().optional(),
    durationSeconds: z.int().min(0).max(86_400).nullable().optional(),
    happenedAt: instantSchema.optional().describe('left out: now'),
    nextContactAt: instantSchema.nullable().optional().describe('closes the present plan and opens this one'),
    nextNote: z.string().max(200).nullable().optional().describe('what to do then'),
    grade: z.enum(maturityGrades).optional().describe('how ripe the account is now'),
  }),
  output: saved,
  refusals: {
    in_the_future: { zh: '时间不能晚于现在', en: 'It cannot have happened later than now' },
    next_in_the_past: { zh: '下次联系要晚于现在', en: 'The next contact must be later than now' },
    says_nothing: { zh: '写一句沟通内容或选一个结果', en: 'Write a line or choose a result' },
    not_connected: {
      zh: '没接通就没有这个结果和时长',
      en: 'Without a connection there is no such result or duration',
    },
    no_account: { zh: '这条记录没有客户，不能评成熟度', en: 'The record has no account to grade' },
  },
});

export const updateActivity = operation({
  id: 'activities.update',
  method: 'PATCH',
  path: '/activities/{id}',
  summary: { zh: '修改跟进（24 小时内，本人）', en: 'Change an activity (its author, within 24 hours)' },
  permission: 'activities.create',
  object: 'activities',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(activityObject) }),
  output: saved,
  refusals: tooLate,
});

export const deleteActivity = operation({
  id: 'activities.delete',
  method: 'DELETE',
  path: '/activities/{id}',
  summary: { zh: '删除跟进', en: 'Delete an activity' },
  permission: 'activities.create',
  object: 'activities',
  input: z.strictObject({ id: idSchema }),
  output: saved,
  refusals: tooLate,
});

const entry = z.object({
  id: idSchema,
  at: instantSchema,
  type: z.string().describe('the fact, or `activity`'),
  object: z.string(),
  subjectId: idSchema,
  subjectName: z.string().nullable(),
  actorId: idSchema.nullable(),
  source: z.string(),
  changes: z.array(
    z.object({ field: z.string(), before: z.unknown(), after: z.unknown(), masked: z.boolean() }),
  ),
  note: z.string().nullable(),
  activity: rowSchema(activityObject).nullable(),
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
});

export const getTimeline = operation({
  id: 'activities.timeline',
  method: 'GET',
  path: '/records/{object}/{id}/timeline',
  summary: { zh: '一条记录的时间线，最新在前', en: 'Timeline of a record, newest first' },
  permission: signedIn,
  input: z.strictObject({
    object: objectName,
    id: idSchema,
    only: z.enum(['activities', 'changes']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/)
      .optional(),
  }),
  output: z.object({ items: z.array(entry), nextCursor: z.string().nullable(), names }),
});

export const planNextContact = operation({
  id: 'activities.plan',
  method: 'POST',
  path: '/records/{object}/{id}/next-contact',
  summary: { zh: '安排或改期下次联系', en: 'Plan or move the next contact' },
  permission: 'activities.create',
  input: z.strictObject({
    object: objectName,
    id: idSchema,
    dueAt: instantSchema.nullable().describe('null: no further contact is planned'),
    note: z.string().max(200).nullable().optional(),
  }),
  output: z.object({ dueAt: instantSchema.nullable() }),
  refusals: { next_in_the_past: { zh: '下次联系要晚于现在', en: 'The next contact must be later than now' } },
});

const dueRow = z.object({
  id: idSchema,
  object: z.string(),
  subjectId: idSchema,
  name: z.string(),
  dueAt: instantSchema,
  note: z.string().nullable(),
  slips: z.int(),
  accountId: idSchema.nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  grade: z.string().nullable(),
  last: z
    .object({
      kind: z.enum(activityKinds),
      at: instantSchema,
      content: z.string().nullable(),
      result: z.string().nullable(),
      durationSeconds: z.int().nullable(),
    })
    .nullable(),
});

export const getToday = operation({
  id: 'activities.today',
  method: 'GET',
  path: '/today',
  summary: { zh: '今日：滑落、今天到期与进度', en: 'Today: slipped, due and done' },
  permission: 'activities.read',
  input: z.strictObject({
    ownerId: idSchema.optional().describe('a colleague in your scope; left out: you'),
  }),
  output: z.object({
    day: z.iso.date(),
    slipped: z.array(dueRow),
    due: z.array(dueRow),
    figures: z.object({
      slipped: z.int(),
      due: z.int().describe('everything that was due today'),
      done: z.int(),
      tomorrow: z.int(),
      calls: z.int(),
      connected: z.int(),
      talkSeconds: z.int(),
    }),
    more: z.boolean().describe('there are more rows than shown'),
  }),
});
