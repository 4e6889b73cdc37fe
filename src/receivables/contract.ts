import { z } from 'zod';
import {
  daySchema,
  idSchema,
  instantSchema,
  moneySchema,
  operation,
  positiveMoneySchema,
  versionSchema,
} from '#kernel/contract.ts';
import { createShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { receiptObject, receivableObject } from './fields.ts';
import { ageingBuckets } from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const names = z.record(z.string(), z.string());
const reason = z.string().trim().min(1).max(500);

const reversedAlready = { zh: '已经冲销过', en: 'It was reversed already' };

export const receivableList = listContract(receivableObject, {
  path: '/receivables',
  permission: 'receivables.read',
});
export const receiptList = listContract(receiptObject, { path: '/receipts', permission: 'receipts.read' });

const allocationShape = z.object({
  id: idSchema,
  receiptId: idSchema,
  receiptNumber: z.string(),
  receivableId: idSchema,
  receivableName: z.string(),
  contractId: idSchema,
  contractNumber: z.string().nullable(),
  contractName: z.string(),
  amount: moneySchema,
  on: daySchema,
  reverses: idSchema.nullable(),
  reversed: z.boolean(),
  reason: z.string().nullable(),
  at: instantSchema,
  byName: z.string().nullable(),
});

export const getReceivable = operation({
  id: 'receivables.get',
  method: 'GET',
  path: '/receivables/{id}',
  summary: { zh: '一条应收，连同核销', en: 'One receivable with what was allocated to it' },
  permission: 'receivables.read',
  object: 'receivables',
  input: byId,
  output: z.object({ receivable: rowSchema(receivableObject), allocations: z.array(allocationShape), names }),
});

export const getReceipt = operation({
  id: 'receipts.get',
  method: 'GET',
  path: '/receipts/{id}',
  summary: { zh: '一张收款单，连同核销', en: 'One receipt with its allocations' },
  permission: 'receipts.read',
  object: 'receipts',
  input: byId,
  output: z.object({
    receipt: rowSchema(receiptObject),
    allocations: z.array(allocationShape),
    names,
    may: z.object({ allocate: z.boolean(), reverse: z.boolean(), reverseAllocation: z.boolean() }),
  }),
});

export const createReceipt = operation({
  id: 'receipts.create',
  method: 'POST',
  path: '/receipts',
  status: 201,
  money: true,
  summary: { zh: '登记收款', en: 'Post a receipt' },
  permission: 'receipts.create',
  input: z.strictObject({ ...createShape(receiptObject), amount: positiveMoneySchema }),
  output: z.object({ id: idSchema, version: versionSchema, number: z.string() }),
  refusals: {
    already_exists: {
      zh: '这个收款账户已登记过同一流水号',
      en: 'This bank reference is posted already for this account',
    },
  },
});

export const suggestAllocation = operation({
  id: 'receipts.suggest',
  method: 'GET',
  path: '/receipts/{id}/suggestion',
  summary: { zh: '核销建议', en: 'How the receipt may be allocated' },
  permission: 'receipts.read',
  object: 'receipts',
  input: byId,
  output: z.object({
    reason: z.enum(['contractNumber', 'exactAmount', 'oldestDue', 'nothingOpen']),
    contractNumber: z.string().nullable(),
    payerDiffers: z.boolean(),
    remaining: moneySchema,
    prepaid: moneySchema,
    lines: z.array(
      z.object({
        receivableId: idSchema,
        name: z.string(),
        contractId: idSchema,
        contractNumber: z.string().nullable(),
        contractName: z.string(),
        contractAmount: moneySchema,
        dueOn: daySchema,
        overdueDays: z.int(),
        open: moneySchema,
        suggested: moneySchema,
      }),
    ),
  }),
});

export const allocateReceipt = operation({
  id: 'receipts.allocate',
  method: 'POST',
  path: '/receipts/{id}/allocate',
  money: true,
  summary: { zh: '核销', en: 'Allocate a receipt' },
  permission: 'receipts.allocate',
  object: 'receipts',
  input: z.strictObject({
    id: idSchema,
    lines: z
      .array(z.strictObject({ receivableId: idSchema, amount: positiveMoneySchema }))
      .min(1)
      .max(200),
  }),
  output: z.object({
    id: idSchema,
    version: versionSchema,
    allocated: moneySchema,
    remaining: moneySchema,
    allocationIds: z.array(idSchema),
  }),
  refusals: {
    receipt_reversed: { zh: '这张收款单已冲销', en: 'The receipt was reversed' },
    line_twice: { zh: '同一条应收列了两次', en: 'The same receivable is listed twice' },
    other_account: { zh: '「{name}」不是这个客户的应收', en: '“{name}” belongs to another customer' },
    other_currency: { zh: '「{name}」是 {currency}，币种不同', en: '“{name}” is in {currency}' },
    more_than_open: { zh: '「{name}」只剩 {open} 未收', en: 'Only {open} of “{name}” is open' },
    more_than_remaining: {
      zh: '收款单只剩 {remaining} 可核销',
      en: 'Only {remaining} of the receipt is left',
    },
  },
});

export const reverseAllocation = operation({
  id: 'receipts.reverseAllocation',
  method: 'POST',
  path: '/allocations/{id}/reverse',
  money: true,
  summary: { zh: '反核销', en: 'Reverse an allocation' },
  permission: 'receipts.allocate',
  input: z.strictObject({ id: idSchema, reason }),
  output: z.object({ id: idSchema, reversalId: idSchema }),
  refusals: {
    is_reversal: { zh: '这是一条反核销，不能再反', en: 'This is a reversal itself' },
    already_reversed: reversedAlready,
  },
});

export const reverseReceipt = operation({
  id: 'receipts.reverse',
  method: 'POST',
  path: '/receipts/{id}/reverse',
  money: true,
  summary: { zh: '冲销收款单', en: 'Reverse a receipt' },
  permission: 'receipts.reverse',
  object: 'receipts',
  input: z.strictObject({ id: idSchema, reason }),
  output: saved.extend({ reversalId: idSchema }),
  refusals: {
    is_reversal: { zh: '这是一张冲销单，不能再冲', en: 'This is a reversal itself' },
    already_reversed: reversedAlready,
    still_allocated: {
      zh: '还有 {allocated} 已核销，先反核销',
      en: '{allocated} is still allocated; reverse that first',
    },
  },
});

const scope = {
  asOf: daySchema.optional().describe('left out: today'),
  currency: z.string().length(3).optional().describe("left out: the organisation's"),
  accountId: idSchema.optional(),
  ownerId: idSchema.optional(),
};
const bucketSums = z.array(z.object({ bucket: z.enum(ageingBuckets), amount: moneySchema, lines: z.int() }));

export const getPosition = operation({
  id: 'receivables.position',
  method: 'GET',
  path: '/receivable-position',
  summary: {
    zh: '某日的合同额、已收、未收、逾期与账龄',
    en: 'Contracted, received, outstanding, overdue and ageing as of a day',
  },
  permission: 'receivables.read',
  input: z.strictObject(scope),
  output: z.object({
    asOf: daySchema,
    currency: z.string(),
    contracted: moneySchema,
    contracts: z.int(),
    received: moneySchema,
    outstanding: moneySchema,
    overdue: moneySchema,
    overdueLines: z.int(),
    prepaid: moneySchema,
    buckets: bucketSums,
  }),
});

export const getAgeing = operation({
  id: 'receivables.ageing',
  method: 'GET',
  path: '/receivable-ageing',
  summary: { zh: '账龄：客户 × 区间', en: 'Ageing by customer' },
  permission: 'receivables.read',
  input: z.strictObject({ ...scope, limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.object({
    asOf: daySchema,
    currency: z.string(),
    total: moneySchema,
    buckets: bucketSums,
    accounts: z.int(),
    items: z.array(
      z.object({
        accountId: idSchema,
        name: z.string(),
        open: moneySchema,
        buckets: z.record(z.enum(ageingBuckets), moneySchema),
        oldestDays: z.int(),
      }),
    ),
  }),
});

export const listAgedLines = operation({
  id: 'receivables.agedLines',
  method: 'GET',
  path: '/receivable-ageing/lines',
  summary: { zh: '某日账龄区间里的每一条应收', en: 'The receivables inside one bucket as of a day' },
  permission: 'receivables.read',
  input: z.strictObject({ ...scope, bucket: z.enum(ageingBuckets).optional() }),
  output: z.object({
    asOf: daySchema,
    total: moneySchema,
    items: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        accountId: idSchema,
        accountName: z.string(),
        contractId: idSchema,
        contractNumber: z.string().nullable(),
        amount: moneySchema,
        open: moneySchema,
        dueOn: daySchema,
        overdueDays: z.int(),
      }),
    ),
  }),
});
