import { z } from 'zod';
import { bulkContract } from '#kernel/bulk-contract.ts';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { opportunityObject } from './fields.ts';
import { lostReasons, openStageKeys, stageKinds } from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const names = z.record(z.string(), z.string());
const reason = z.string().trim().min(1).max(500);

const closed = {
  closed: {
    zh: '商机已经关闭，要改先重新打开',
    en: 'The opportunity is closed; reopen it before changing it',
  },
};
const reasonRequired = {
  reason_required: { zh: '往回移要写原因', en: 'Moving back needs a reason' },
};

export const opportunityList = listContract(opportunityObject, {
  path: '/opportunities',
  permission: 'opportunities.read',
});

const stage = z.object({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  winRate: z.string(),
  kind: z.enum(stageKinds),
  position: z.int(),
});

const move = z.object({
  seq: z.int(),
  fromStage: z.string().nullable(),
  toStage: z.string(),
  direction: z.string(),
  skipped: z.int(),
  at: instantSchema,
  actorId: idSchema.nullable(),
  amount: z.string().nullable(),
  winRate: z.string().nullable(),
  daysInStage: z.int(),
  reason: z.string().nullable(),
});

export const listStages = operation({
  id: 'opportunities.stages',
  method: 'GET',
  path: '/opportunity-stages',
  summary: { zh: '销售流程的阶段', en: 'Stages of the pipeline' },
  permission: 'opportunities.read',
  output: z.object({ items: z.array(stage) }),
});

const { filter, q, sort } = opportunityList.list.input.shape;

export const getBoard = operation({
  id: 'opportunities.board',
  method: 'GET',
  path: '/opportunities/board',
  summary: {
    zh: '看板：各阶段的数量、金额、加权金额与前几张卡片',
    en: 'Board: count, sum, weighted sum and first cards of every stage',
  },
  permission: 'opportunities.read',
  input: z.strictObject({
    filter,
    q,
    sort,
    cards: z.coerce.number().int().min(0).max(50).default(20).describe('cards per column'),
  }),
  output: z.object({
    columns: z.array(
      z.object({
        stage,
        count: z.int(),
        amount: z.string().nullable(),
        weighted: z.string().nullable(),
        items: z.array(rowSchema(opportunityObject)),
        nextCursor: z
          .string()
          .nullable()
          .describe('goes on with GET /opportunities, `filter` and `sort` below'),
        filter: z.unknown(),
      }),
    ),
    sort: z.string(),
    open: z.object({ count: z.int(), amount: z.string().nullable(), weighted: z.string().nullable() }),
    names,
  }),
});

export const getOpportunity = operation({
  id: 'opportunities.get',
  method: 'GET',
  path: '/opportunities/{id}',
  summary: { zh: '一个商机，连同阶段历史', en: 'One opportunity with the history of its stages' },
  permission: 'opportunities.read',
  object: 'opportunities',
  input: byId,
  output: z.object({
    opportunity: rowSchema(opportunityObject),
    names,
    stages: z.array(stage),
    moves: z.array(move),
    may: z.object({
      edit: z.boolean(),
      move: z.boolean(),
      reopen: z.boolean(),
      assign: z.boolean(),
      delete: z.boolean(),
    }),
  }),
});

export const createOpportunity = operation({
  id: 'opportunities.create',
  method: 'POST',
  path: '/opportunities',
  status: 201,
  summary: { zh: '新建商机', en: 'Create an opportunity' },
  permission: 'opportunities.create',
  input: z.strictObject({
    ...createShape(opportunityObject),
    stage: z.enum(openStageKeys).default('contacted'),
  }),
  output: saved,
});

export const updateOpportunity = operation({
  id: 'opportunities.update',
  method: 'PATCH',
  path: '/opportunities/{id}',
  summary: { zh: '修改商机', en: 'Change an opportunity' },
  permission: 'opportunities.update',
  object: 'opportunities',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(opportunityObject) }),
  output: saved,
  refusals: closed,
});

export const moveOpportunity = operation({
  id: 'opportunities.move',
  method: 'POST',
  path: '/opportunities/{id}/move',
  summary: { zh: '移到阶段', en: 'Move to a stage' },
  permission: 'opportunities.update',
  object: 'opportunities',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    stage: z.enum(openStageKeys),
    reason: reason.nullable().optional(),
  }),
  output: saved,
  refusals: {
    ...closed,
    ...reasonRequired,
    already_there: { zh: '已经在这个阶段', en: 'It is in this stage already' },
  },
});

export const winOpportunity = operation({
  id: 'opportunities.win',
  method: 'POST',
  path: '/opportunities/{id}/win',
  summary: { zh: '赢单', en: 'Win' },
  permission: 'opportunities.update',
  object: 'opportunities',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    note: z.string().max(500).nullable().optional().describe('what decided it'),
  }),
  output: saved,
  refusals: closed,
});

export const loseOpportunity = operation({
  id: 'opportunities.lose',
  method: 'POST',
  path: '/opportunities/{id}/lose',
  summary: { zh: '输单', en: 'Lose' },
  permission: 'opportunities.update',
  object: 'opportunities',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    reason: z.enum(lostReasons),
    competitor: z.string().trim().max(100).nullable().optional(),
    note: z.string().max(500).nullable().optional(),
  }),
  output: saved,
  refusals: {
    ...closed,
    competitor_required: { zh: '输给谁要写上', en: 'Say who won it instead' },
  },
});

export const invalidateOpportunity = operation({
  id: 'opportunities.invalidate',
  method: 'POST',
  path: '/opportunities/{id}/invalidate',
  summary: { zh: '标为无效', en: 'Mark as invalid' },
  permission: 'opportunities.update',
  object: 'opportunities',
  input: z.strictObject({ id: idSchema, version: versionSchema, reason }),
  output: saved,
  refusals: closed,
});

export const reopenOpportunity = operation({
  id: 'opportunities.reopen',
  method: 'POST',
  path: '/opportunities/{id}/reopen',
  summary: { zh: '重新打开', en: 'Reopen' },
  permission: 'opportunities.reopen',
  object: 'opportunities',
  input: z.strictObject({ id: idSchema, version: versionSchema, stage: z.enum(openStageKeys), reason }),
  output: saved,
  refusals: {
    not_closed: { zh: '商机没有关闭', en: 'The opportunity is not closed' },
    ...reasonRequired,
  },
});

export const assignOpportunity = operation({
  id: 'opportunities.assign',
  method: 'POST',
  path: '/opportunities/{id}/assign',
  summary: { zh: '转移商机', en: 'Transfer an opportunity' },
  permission: 'opportunities.assign',
  object: 'opportunities',
  input: z.strictObject({ id: idSchema, ownerId: idSchema }),
  output: saved,
  refusals: { already_theirs: { zh: '已经在对方名下', en: 'Already theirs' } },
});

export const deleteOpportunity = operation({
  id: 'opportunities.delete',
  method: 'DELETE',
  path: '/opportunities/{id}',
  summary: { zh: '删除商机', en: 'Delete an opportunity' },
  permission: 'opportunities.delete',
  object: 'opportunities',
  input: byId,
  output: saved,
});

export const restoreOpportunity = operation({
  id: 'opportunities.restore',
  method: 'POST',
  path: '/opportunities/{id}/restore',
  summary: { zh: '恢复商机', en: 'Restore an opportunity' },
  permission: 'opportunities.delete',
  object: 'opportunities',
  input: byId,
  output: saved,
});

export const bulkMoveOpportunities = bulkContract(moveOpportunity, '/opportunities/bulk-move');
export const bulkLoseOpportunities = bulkContract(loseOpportunity, '/opportunities/bulk-lose');
export const bulkAssignOpportunities = bulkContract(assignOpportunity, '/opportunities/bulk-assign');
export const bulkUpdateOpportunities = bulkContract(updateOpportunity, '/opportunities/bulk-update');
export const bulkDeleteOpportunities = bulkContract(deleteOpportunity, '/opportunities/bulk-delete');
