import { defineObject } from '#kernel/fields.ts';
import { boardFields } from './fields/board.ts';
import { companyFields } from './fields/company.ts';
import { followUpFields } from './fields/follow-up.ts';
import { gradingFields } from './fields/grading.ts';
import { nurtureFields } from './fields/nurture.ts';
import { outcomeFields } from './fields/outcome.ts';
import { placeFields } from './fields/place.ts';
import { recyclingFields } from './fields/recycling.ts';
import { returnFields } from './fields/returns.ts';
import { sourceFields } from './fields/source.ts';
import { stateFields } from './fields/state.ts';
import { whoFields } from './fields/who.ts';

/** Lead: a person or company that may buy; not yet a customer (线索). Its fields by topic are in fields/. */
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
    ...whoFields,
    ...stateFields,
    ...gradingFields,
    ...sourceFields,
    ...placeFields,
    ...returnFields,
    ...followUpFields,
    ...nurtureFields,
    ...recyclingFields,
    ...companyFields,
    ...outcomeFields,
    ...boardFields,
  ],
});
