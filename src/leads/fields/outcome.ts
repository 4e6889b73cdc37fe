import type { Field } from '#kernel/fields.ts';
import { funnelStepChoices } from './choices.ts';
import { aside, kept, shown } from './kinds.ts';

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

/** What has become of it. */
export const outcomeFields: readonly Field[] = [
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
];
