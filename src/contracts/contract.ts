import { z } from 'zod';
import { bulkContract } from '#kernel/bulk-contract.ts';
import { daySchema, idSchema, moneySchema, operation, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { contractObject } from './fields.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const notNegative = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/, 'not_an_amount');
const percent = z.string().regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'not_a_percentage');
const quantity = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,4})?$/, 'not_a_quantity')
  .refine((text) => Number(text) > 0, 'must_be_positive');

const lineEntry = z.strictObject({
  product: z.string().trim().min(1).max(200),
  unit: z.string().trim().max(20).nullable().optional(),
  quantity,
  price: notNegative,
  discountPercent: percent.default('0').describe('what is taken off: 10 means 90 % is paid'),
});
const planEntry = z.strictObject({
  name: z.string().trim().min(1).max(100),
  ratio: percent.nullable().optional().describe('percent of the contract; all lines or none'),
  amount: notNegative.nullable().optional(),
  dueOn: daySchema,
});
const lines = z.array(lineEntry).max(200);
const plan = z.array(planEntry).max(60);

const wrongState = {
  zh: '合同现在的状态不能这样做',
  en: 'The contract is in a state that does not allow this',
};
const inApproval = {
  zh: '合同在审批中，先撤回审批再改',
  en: 'The contract is being approved; withdraw the approval first',
};
const badPlan = {
  plan_mixed: { zh: '回款计划全部按比例或全部按金额', en: 'Plan by ratio or by amount, not both' },
  ratios_not_hundred: { zh: '比例合计 {sum}%，应为 100%', en: 'The ratios add up to {sum} %, not 100 %' },
};

export const contractList = listContract(contractObject, {
  path: '/contracts',
  permission: 'contracts.read',
});

export const getContract = operation({
  id: 'contracts.get',
  method: 'GET',
  path: '/contracts/{id}',
  summary: { zh: '一份合同，连同明细与回款计划', en: 'One contract with its lines and collection plan' },
  permission: 'contracts.read',
  object: 'contracts',
  input: byId,
  output: z.object({
    contract: rowSchema(contractObject),
    lines: z.array(
      z.object({
        position: z.int(),
        product: z.string(),
        unit: z.string().nullable(),
        quantity: z.string(),
        price: moneySchema,
        discountPercent: z.string(),
        amount: moneySchema,
      }),
    ),
    plan: z.array(
      z.object({
        position: z.int(),
        name: z.string(),
        ratio: z.string().nullable(),
        amount: moneySchema,
        dueOn: daySchema,
      }),
    ),
    names: z.record(z.string(), z.string()),
    approvalId: idSchema.nullable(),
    may: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      void: z.boolean(),
      assign: z.boolean(),
      delete: z.boolean(),
    }),
  }),
});

export const createContract = operation({
  id: 'contracts.create',
  method: 'POST',
  path: '/contracts',
  status: 201,
  summary: { zh: '新建合同', en: 'Create a contract' },
  permission: 'contracts.create',
  input: z.strictObject({ ...createShape(contractObject), lines: lines.default([]), plan: plan.default([]) }),
  output: z.object({ id: idSchema, version: versionSchema, amount: moneySchema }),
  refusals: badPlan,
});

export const updateContract = operation({
  id: 'contracts.update',
  method: 'PATCH',
  path: '/contracts/{id}',
  summary: { zh: '修改合同', en: 'Change a contract' },
  permission: 'contracts.update',
  object: 'contracts',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    ...patchShape(contractObject),
    lines: lines.optional().describe('replaces all lines'),
    plan: plan.optional().describe('replaces the whole plan'),
  }),
  output: z.object({ id: idSchema, version: versionSchema, amount: moneySchema }),
  refusals: { ...badPlan, wrong_state: wrongState, in_approval: inApproval },
});

export const submitContract = operation({
  id: 'contracts.submit',
  method: 'POST',
  path: '/contracts/{id}/submit',
  summary: { zh: '提交审批', en: 'Submit for approval' },
  permission: 'contracts.submit',
  object: 'contracts',
  input: byId,
  output: z.object({
    id: idSchema,
    version: versionSchema,
    number: z.string(),
    approvalId: idSchema,
    approverId: idSchema,
  }),
  refusals: {
    wrong_state: wrongState,
    in_approval: { zh: '已在审批中', en: 'It is being approved already' },
    no_lines: { zh: '还没有合同明细', en: 'The contract has no lines' },
    no_amount: { zh: '合同金额为 0，不能提交', en: 'The amount is 0; it cannot be submitted' },
    no_plan: { zh: '还没有回款计划', en: 'The contract has no collection plan' },
    plan_line_empty: { zh: '回款计划「{name}」的金额为 0', en: 'The plan line “{name}” has no amount' },
    plan_not_equal: {
      zh: '回款计划合计 {plan}，合同金额 {amount}，相差 {difference}',
      en: 'The plan adds up to {plan}, the contract to {amount}: {difference} apart',
    },
    no_approver: {
      zh: '你的上级里没有能审批的人，请联系管理员',
      en: 'Nobody above you may approve; ask an administrator',
    },
    already_asked: { zh: '已在审批中', en: 'It is being approved already' },
  },
});

export const voidContract = operation({
  id: 'contracts.void',
  method: 'POST',
  path: '/contracts/{id}/void',
  summary: { zh: '作废合同', en: 'Void a contract' },
  permission: 'contracts.update',
  object: 'contracts',
  input: z.strictObject({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
  output: saved,
  refusals: { wrong_state: wrongState, in_approval: inApproval },
});

export const assignContract = operation({
  id: 'contracts.assign',
  method: 'POST',
  path: '/contracts/{id}/assign',
  summary: { zh: '转移合同', en: 'Transfer a contract' },
  permission: 'contracts.assign',
  object: 'contracts',
  input: z.strictObject({ id: idSchema, ownerId: idSchema }),
  output: saved,
  refusals: { already_theirs: { zh: '已经在对方名下', en: 'Already theirs' } },
});

export const deleteContract = operation({
  id: 'contracts.delete',
  method: 'DELETE',
  path: '/contracts/{id}',
  summary: { zh: '删除合同草稿', en: 'Delete a draft contract' },
  permission: 'contracts.delete',
  object: 'contracts',
  input: byId,
  output: saved,
  refusals: {
    wrong_state: { zh: '只有草稿和作废的合同可以删除', en: 'Only drafts and void contracts can be deleted' },
    in_approval: inApproval,
  },
});

export const restoreContract = operation({
  id: 'contracts.restore',
  method: 'POST',
  path: '/contracts/{id}/restore',
  summary: { zh: '恢复合同', en: 'Restore a contract' },
  permission: 'contracts.delete',
  object: 'contracts',
  input: byId,
  output: saved,
});

export const bulkAssignContracts = bulkContract(assignContract, '/contracts/bulk-assign');
export const bulkDeleteContracts = bulkContract(deleteContract, '/contracts/bulk-delete');
