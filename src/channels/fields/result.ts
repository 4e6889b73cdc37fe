import { defineObject } from '#kernel/fields.ts';
import { creditFields } from './touch.ts';

const shown = { filter: true, exportable: true, edit: false } as const;
const aside = { hiddenByDefault: true } as const;

export const resultKinds = [
  { key: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
  { key: 'contract', label: { zh: '合同', en: 'Contract' }, tone: 'accent' },
  { key: 'receipt', label: { zh: '回款', en: 'Receipt' }, tone: 'ok' },
] as const;

/** What came of leads, by what brought them: deals, contracts in force, money used for them (成果归因). */
export const resultObject = defineObject({
  object: 'channelResults',
  table: 'channel_results',
  label: { zh: '成果归因', en: 'Attributed results' },
  ownerColumn: 'owner_id',
  nameField: 'title',
  defaultSort: '-happenedOn',
  fields: [
    {
      ...shown,
      key: 'title',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      sort: true,
      search: true,
      width: 240,
    },
    {
      ...shown,
      key: 'kind',
      type: 'choice',
      label: { zh: '成果', en: 'Result' },
      required: true,
      group: true,
      choices: resultKinds,
      width: 80,
    },
    {
      ...shown,
      key: 'accountId',
      type: 'reference',
      reference: 'accounts',
      label: { zh: '客户', en: 'Account' },
      width: 180,
    },
    {
      ...shown,
      key: 'leadId',
      type: 'reference',
      reference: 'leads',
      label: { zh: '线索', en: 'Lead' },
      ...aside,
      width: 180,
    },
    {
      ...shown,
      key: 'happenedOn',
      type: 'date',
      label: { zh: '日期', en: 'Date' },
      required: true,
      sort: true,
      width: 112,
    },
    {
      ...shown,
      key: 'amount',
      type: 'money',
      label: { zh: '总额', en: 'Whole amount' },
      sort: true,
      width: 120,
    },
    {
      ...shown,
      key: 'firstAmount',
      type: 'money',
      label: { zh: '首次归因金额', en: 'First amount' },
      width: 120,
    },
    {
      ...shown,
      key: 'lastAmount',
      type: 'money',
      label: { zh: '末次归因金额', en: 'Last amount' },
      ...aside,
      width: 120,
    },
    {
      ...shown,
      key: 'linearAmount',
      type: 'money',
      label: { zh: '平均归因金额', en: 'Even amount' },
      ...aside,
      width: 120,
    },
    { ...shown, key: 'ownerId', type: 'user', label: { zh: '负责人', en: 'Owner' }, group: true, width: 104 },
    {
      ...shown,
      key: 'outcomeId',
      type: 'text',
      label: { zh: '记录', en: 'Record' },
      column: 'outcome_id',
      ...aside,
      filter: false,
    },
    { ...shown, key: 'currency', type: 'text', label: { zh: '币种', en: 'Currency' }, ...aside, width: 72 },
    ...creditFields,
  ],
});
