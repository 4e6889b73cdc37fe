import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { approvalObject } from './fields.ts';
import { approvalStatuses } from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const said = z.object({ zh: z.string(), en: z.string() });
const comment = z.string().trim().max(1_000);

export const approvalList = listContract(approvalObject, {
  path: '/approvals',
  permission: 'approvals.read',
});

export const getApproval = operation({
  id: 'approvals.get',
  method: 'GET',
  path: '/approvals/{id}',
  summary: { zh: '一条审批，连同提交时的快照', en: 'One approval with the snapshot it was asked with' },
  permission: 'approvals.read',
  object: 'approvals',
  input: byId,
  output: z.object({
    approval: rowSchema(approvalObject),
    names: z.record(z.string(), z.string()),
    subject: z.object({ object: z.string(), id: idSchema }),
    reasons: z.array(said),
    facts: z.array(
      z.object({
        label: said,
        kind: z.enum(['text', 'money', 'percent', 'day', 'number']),
        value: z.string().nullable(),
        note: said.optional(),
        tone: z.enum(['neutral', 'ok', 'warn', 'bad']).optional(),
      }),
    ),
    may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
  }),
});

export const listApprovalsOf = operation({
  id: 'approvals.of',
  method: 'GET',
  path: '/approvals-of/{object}/{subjectId}',
  summary: { zh: '一条记录的审批经过', en: 'The approvals of one record' },
  permission: 'approvals.read',
  input: z.strictObject({ object: z.string().max(60), subjectId: idSchema }),
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        status: z.enum(approvalStatuses),
        requesterName: z.string(),
        approverName: z.string(),
        comment: z.string().nullable(),
        requestedAt: instantSchema,
        decidedAt: instantSchema.nullable(),
        mine: z.boolean(),
      }),
    ),
  }),
});

const refusals = {
  own_request: { zh: '不能审批自己提交的事项', en: 'You cannot decide your own request' },
  not_yours: { zh: '这条审批由 {approver} 处理', en: 'This one is decided by {approver}' },
  already_decided: { zh: '已由 {by} 处理', en: 'Decided by {by} already' },
  withdrawn: { zh: '提交人已撤回', en: 'It was withdrawn' },
  comment_required: { zh: '驳回要写明原因', en: 'Say why you reject' },
} as const;

export const approve = operation({
  id: 'approvals.approve',
  method: 'POST',
  path: '/approvals/{id}/approve',
  summary: { zh: '同意', en: 'Approve' },
  permission: 'approvals.decide',
  object: 'approvals',
  input: z.strictObject({ id: idSchema, comment: comment.optional() }),
  output: saved,
  refusals,
});

export const reject = operation({
  id: 'approvals.reject',
  method: 'POST',
  path: '/approvals/{id}/reject',
  summary: { zh: '驳回', en: 'Reject' },
  permission: 'approvals.decide',
  object: 'approvals',
  input: z.strictObject({ id: idSchema, comment: comment.optional() }),
  output: saved,
  refusals,
});

export const withdrawApproval = operation({
  id: 'approvals.withdraw',
  method: 'POST',
  path: '/approvals/{id}/withdraw',
  summary: { zh: '撤回', en: 'Withdraw' },
  permission: 'approvals.read',
  object: 'approvals',
  input: byId,
  output: saved,
  refusals: {
    not_requester: { zh: '只有提交人能撤回', en: 'Only who asked may withdraw' },
    already_decided: refusals.already_decided,
    withdrawn: refusals.withdrawn,
  },
});
