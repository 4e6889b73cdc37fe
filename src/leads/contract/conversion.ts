import { z } from 'zod';
import { idSchema, moneySchema, operation, versionSchema } from '#kernel/contract.ts';

const wrongState = { zh: '线索现在的状态不能这样做', en: 'The lead is in a state that does not allow this' };

export const previewConversion = operation({
  id: 'leads.previewConversion',
  method: 'GET',
  path: '/leads/{id}/conversion',
  summary: {
    zh: '转化预览：可能已有的客户和联系人',
    en: 'Conversion preview: accounts and contacts that may be the same',
  },
  permission: 'leads.convert',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    matches: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        ownerName: z.string().nullable(),
        reason: z.enum(['name', 'phone', 'email']),
        linkable: z.boolean().describe('false: a colleague’s, whom to ask'),
      }),
    ),
    contacts: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        accountId: idSchema,
        accountName: z.string(),
        reason: z.enum(['phone', 'email', 'name']),
      }),
    ),
    kept: z.array(z.string()).describe('fields that have no place on the account and stay on the lead'),
  }),
  refusals: { wrong_state: wrongState },
});

export const convertLead = operation({
  id: 'leads.convert',
  method: 'POST',
  path: '/leads/{id}/convert',
  summary: { zh: '转为客户', en: 'Convert a lead' },
  permission: 'leads.convert',
  object: 'leads',
  input: z.strictObject({
    id: idSchema,
    accountId: idSchema.nullable().optional().describe('link to this account; left out: create one'),
    contactId: idSchema
      .nullable()
      .optional()
      .describe('link to this contact; null: create one; left out: the same person is found, else created'),
    opportunity: z
      .strictObject({
        name: z.string().min(1).max(200),
        amount: moneySchema,
        expectedCloseOn: z.iso.date().nullable().optional(),
      })
      .nullable()
      .optional()
      .describe('left out: no opportunity'),
  }),
  output: z.object({
    id: idSchema,
    version: versionSchema,
    accountId: idSchema,
    contactId: idSchema.nullable(),
    opportunityId: idSchema.nullable(),
  }),
  refusals: {
    wrong_state: wrongState,
    no_owner: { zh: '先领取，再转为客户', en: 'Claim it before converting' },
    other_account: { zh: '这位联系人属于另一个客户', en: 'That contact belongs to another account' },
  },
});

export const undoConversion = operation({
  id: 'leads.undoConversion',
  method: 'POST',
  path: '/leads/{id}/undo-conversion',
  summary: { zh: '撤销转化', en: 'Undo a conversion' },
  permission: 'leads.convert',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: {
    not_converted: { zh: '这条线索没有转化', en: 'The lead is not converted' },
    too_late: { zh: '转化超过 24 小时，不能撤销', en: 'A conversion can be undone within 24 hours' },
    in_use: {
      zh: '客户名下已有新内容（{what}），不能撤销',
      en: 'Something new hangs on what was made ({what}); it cannot be undone',
    },
    pool_full: {
      zh: '负责人的私海已满，{held} / {cap}，放不回去',
      en: 'The owner’s private pool is full, {held} / {cap}',
    },
  },
});

export const nurtureLead = operation({
  id: 'leads.nurture',
  method: 'POST',
  path: '/leads/{id}/nurture',
  summary: { zh: '放入培育', en: 'Nurture a lead' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({
    id: idSchema,
    days: z.int().min(1).max(365).describe('touched every so many days'),
    note: z.string().trim().max(500).optional(),
  }),
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: { wrong_state: wrongState },
});

export const endNurture = operation({
  id: 'leads.endNurture',
  method: 'POST',
  path: '/leads/{id}/end-nurture',
  summary: { zh: '结束培育', en: 'End nurturing' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: { not_nurtured: { zh: '这条线索不在培育中', en: 'The lead is not being nurtured' } },
});
