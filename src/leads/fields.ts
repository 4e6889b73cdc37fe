import { channelChoices } from '#accounts/model.ts';
import { defineObject } from '#kernel/fields.ts';

const shown = { filter: true, exportable: true } as const;
/** Comes from people or files. */
const entered = { ...shown, importable: true } as const;
/** Kept by the commands, never typed in. */
const kept = { ...shown, edit: false } as const;
const aside = { hiddenByDefault: true } as const;

export const statusChoices = [
  { key: 'unassigned', label: { zh: '待分配', en: 'Unassigned' } },
  { key: 'pending', label: { zh: '待跟进', en: 'New' }, tone: 'accent' },
  { key: 'following', label: { zh: '跟进中', en: 'Following' } },
  { key: 'converted', label: { zh: '已转化', en: 'Converted' }, tone: 'ok' },
  { key: 'invalid', label: { zh: '无效', en: 'Invalid' } },
] as const;

export const invalidReasonChoices = [
  { key: 'emptyNumber', label: { zh: '空号', en: 'Dead number' } },
  { key: 'competitor', label: { zh: '同行', en: 'Competitor' } },
  { key: 'noNeed', label: { zh: '无需求', en: 'No need' } },
  { key: 'duplicate', label: { zh: '重复', en: 'Duplicate' } },
  { key: 'other', label: { zh: '其它', en: 'Other' } },
] as const;

/** How far a lead came; whoever came so far has been through everything before. */
export const funnelStepChoices = [
  { key: 'captured', label: { zh: '线索', en: 'Captured' } },
  { key: 'reached', label: { zh: '已触达', en: 'Reached' } },
  { key: 'followed', label: { zh: '有效跟进', en: 'Followed up' } },
  { key: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
  { key: 'quoted', label: { zh: '报价', en: 'Quoted' } },
  { key: 'won', label: { zh: '赢单', en: 'Won' } },
] as const;

// The deals of a converted lead: those that name it, and those of its account that name none if it is the first
// lead that became this account. So every deal belongs to at most one lead.
const itsDeals = `from opportunities o where t.status = 'converted' and o.org_id = t.org_id and o.account_id = t.account_id
  and o.deleted_at is null and o.created_at >= t.captured_at
  and coalesce(o.lead_id, (select f.id from leads f where f.org_id = t.org_id and f.account_id = t.account_id
    and f.converted_at is not null order by f.converted_at, f.id limit 1)) = t.id`;

// Money is counted while lead and deal have one owner: nobody learns of a colleague's deal by his own lead.
const itsOwnDeals = `${itsDeals} and o.owner_id = t.owner_id`;

const funnelStep = `case
  when t.status = 'converted' then coalesce((
    select (array['opportunity', 'quoted', 'won'])[max(case when o.status = 'won' then 3 when exists (
      select 1 from opportunity_moves m where m.org_id = o.org_id and m.opportunity_id = o.id
        and m.to_stage in ('quoted', 'drafting', 'won')) then 2 else 1 end)] ${itsDeals}), 'followed')
  when t.first_response_at is null and t.last_activity_at is null then 'captured'
  when exists (select 1 from activities a where a.org_id = t.org_id and a.subject_id = t.id and a.deleted_at is null
    and (a.connected or a.kind in ('visit', 'meeting'))) then 'followed'
  else 'reached' end`;

/** Lead: a person or company that may buy; not yet a customer (线索). */
export const leadObject = defineObject({
  object: 'leads',
  table: 'leads',
  label: { zh: '线索', en: 'Leads' },
  ownerColumn: 'owner_id',
  nameField: 'company',
  softDelete: true,
  customFields: true,
  defaultSort: '-createdAt',
  fields: [
    {
      ...entered,
      key: 'company',
      type: 'text',
      label: { zh: '公司', en: 'Company' },
      required: true,
      sort: true,
      search: true,
      grams: true,
      width: 200,
      synonyms: ['公司名称', '企业名称', '客户名称', '单位', 'company name', 'account', 'organization'],
    },
    {
      ...entered,
      key: 'contactName',
      type: 'text',
      label: { zh: '联系人', en: 'Contact' },
      width: 96,
      synonyms: ['姓名', '联系人姓名', 'name', 'contact name', 'full name'],
    },
    {
      ...entered,
      key: 'phone',
      type: 'phone',
      label: { zh: '手机', en: 'Phone' },
      width: 132,
      synonyms: ['电话', '手机号', '联系电话', '手机号码', 'mobile', 'phone number', 'tel'],
    },
    {
      ...entered,
      ...aside,
      key: 'email',
      type: 'email',
      label: { zh: '邮箱', en: 'E-mail' },
      width: 180,
      synonyms: ['电子邮箱', '邮件', 'mail', 'email address'],
    },
    {
      ...entered,
      key: 'class',
      type: 'choice',
      label: { zh: '分类', en: 'Class' },
      sort: true,
      group: true,
      bulk: true,
      width: 64,
      choices: ['A', 'B', 'C', 'D'].map((key) => ({ key, label: { zh: key, en: key } })),
      synonyms: ['等级', '线索等级', 'grade'],
    },
    {
      ...kept,
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'Status' },
      required: true,
      sort: true,
      group: true,
      width: 96,
      choices: statusChoices,
    },
    {
      ...entered,
      key: 'channel',
      type: 'choice',
      label: { zh: '来源渠道', en: 'Channel' },
      required: true,
      sort: true,
      group: true,
      bulk: true,
      width: 104,
      choices: channelChoices,
      synonyms: ['来源', '渠道', '线索来源', 'source', 'lead source'],
    },
    {
      ...kept,
      key: 'ownerId',
      type: 'user',
      label: { zh: '负责人', en: 'Owner' },
      group: true,
      importable: true,
      width: 104,
      synonyms: ['销售', '归属人', 'owner', 'sales rep'],
    },
    {
      ...kept,
      ...aside,
      key: 'poolId',
      type: 'reference',
      reference: 'leadPools',
      label: { zh: '公海', en: 'Pool' },
      group: true,
      width: 104,
    },
    {
      ...kept,
      key: 'lastActivityAt',
      type: 'datetime',
      label: { zh: '最近跟进', en: 'Last contact' },
      sort: true,
      width: 104,
    },
    {
      ...kept,
      key: 'nextContactAt',
      type: 'datetime',
      label: { zh: '下次联系', en: 'Next contact' },
      sort: true,
      width: 112,
    },
    {
      ...entered,
      ...aside,
      key: 'title',
      type: 'text',
      label: { zh: '职位', en: 'Job title' },
      width: 104,
      synonyms: ['职务', 'position', 'job title'],
    },
    {
      ...entered,
      key: 'region',
      type: 'text',
      label: { zh: '城市', en: 'City' },
      sort: true,
      group: true,
      bulk: true,
      width: 104,
      synonyms: ['地区', '区域', '所在地', '省市', 'region', 'location'],
    },
    {
      ...entered,
      ...aside,
      key: 'industry',
      type: 'text',
      label: { zh: '行业', en: 'Industry' },
      sort: true,
      group: true,
      bulk: true,
      width: 112,
      synonyms: ['所属行业', 'sector'],
    },
    {
      ...entered,
      ...aside,
      key: 'registeredCapital',
      type: 'money',
      label: { zh: '注册资金', en: 'Registered capital' },
      min: '0',
      sort: true,
      width: 120,
      synonyms: ['注册资本', 'capital'],
    },
    {
      ...entered,
      ...aside,
      key: 'staffCount',
      type: 'integer',
      label: { zh: '人员规模', en: 'Staff' },
      min: '0',
      sort: true,
      width: 96,
      synonyms: ['员工数', '人数', '公司规模', 'employees', 'headcount'],
    },
    {
      ...entered,
      ...aside,
      key: 'expectedAmount',
      type: 'money',
      label: { zh: '预计采购金额', en: 'Expected amount' },
      min: '0',
      sort: true,
      bulk: true,
      width: 128,
      synonyms: ['预计金额', '预算', '采购金额', 'budget', 'amount'],
    },
    {
      ...entered,
      ...aside,
      key: 'campaign',
      type: 'text',
      label: { zh: '市场活动', en: 'Campaign' },
      group: true,
      bulk: true,
      width: 120,
      synonyms: ['活动'],
    },
    {
      ...entered,
      ...aside,
      key: 'note',
      type: 'longText',
      label: { zh: '备注', en: 'Note' },
      width: 200,
      synonyms: ['说明', '备注信息', 'remark', 'comments', 'description'],
    },
    {
      ...kept,
      ...aside,
      key: 'invalidReason',
      type: 'choice',
      label: { zh: '无效原因', en: 'Invalid because' },
      group: true,
      choices: invalidReasonChoices,
    },
    {
      ...kept,
      ...aside,
      key: 'capturedAt',
      type: 'datetime',
      label: { zh: '留资时间', en: 'Captured' },
      required: true,
      sort: true,
      importable: true,
      width: 120,
      synonyms: ['获取时间', '线索时间', 'captured at', 'lead date'],
    },
    {
      ...kept,
      ...aside,
      key: 'ownerSince',
      type: 'datetime',
      label: { zh: '归属时间', en: 'Owned since' },
      sort: true,
      width: 112,
    },
    {
      ...kept,
      ...aside,
      key: 'poolSince',
      type: 'datetime',
      label: { zh: '进入公海', en: 'In pool since' },
      sort: true,
      width: 112,
    },
    {
      ...kept,
      ...aside,
      key: 'accountId',
      type: 'reference',
      reference: 'accounts',
      label: { zh: '客户', en: 'Account' },
      width: 160,
    },
    {
      ...aside,
      key: 'opportunityId',
      type: 'reference',
      reference: 'opportunities',
      label: { zh: '商机', en: 'Opportunity' },
      edit: false,
      width: 160,
    },
    {
      ...shown,
      ...aside,
      key: 'funnelStep',
      type: 'choice',
      label: { zh: '走到哪一步', en: 'Came as far as' },
      expression: funnelStep,
      costly: true,
      group: true,
      choices: funnelStepChoices,
      width: 112,
    },
    {
      ...aside,
      key: 'dealAmount',
      type: 'money',
      label: { zh: '商机金额', en: 'Deals worth' },
      expression: `select coalesce(sum(o.amount), 0) ${itsOwnDeals} and o.status <> 'invalid'`,
      costly: true,
      exportable: true,
      width: 112,
    },
    {
      ...aside,
      key: 'wonAmount',
      type: 'money',
      label: { zh: '赢单金额', en: 'Deals won' },
      expression: `select coalesce(sum(o.amount), 0) ${itsOwnDeals} and o.status = 'won'`,
      costly: true,
      exportable: true,
      width: 112,
    },
    {
      ...kept,
      ...aside,
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '创建时间', en: 'Created' },
      required: true,
      sort: true,
      width: 112,
    },
  ],
});

/** Pool: where unowned leads wait (公海). */
export const leadPoolObject = defineObject({
  object: 'leadPools',
  table: 'lead_pools',
  label: { zh: '公海', en: 'Lead pools' },
  nameField: 'name',
  defaultSort: 'name',
  fields: [
    {
      key: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      filter: true,
      sort: true,
    },
    { key: 'isDefault', type: 'checkbox', label: { zh: '默认', en: 'Default' }, edit: false },
    { key: 'openToAll', type: 'checkbox', label: { zh: '全员可见', en: 'Open to everybody' } },
    {
      key: 'dailyQuota',
      type: 'integer',
      label: { zh: '每日领取上限', en: 'Claims a day' },
      min: '0',
      max: '1000',
      required: true,
    },
    {
      key: 'cooldownDays',
      type: 'integer',
      label: { zh: '退回后冷却天数', en: 'Cool-down in days' },
      min: '0',
      max: '365',
      required: true,
    },
  ],
});
