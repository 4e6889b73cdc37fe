import type { Field, ObjectDefinition } from '#kernel/fields.ts';
import { leadObject } from '../fields.ts';

/** What a pool may keep from its members. The company and where it stands are always seen. */
export const hideableKeys = [
  'contactName',
  'phone',
  'email',
  'title',
  'region',
  'industry',
  'registeredCapital',
  'staffCount',
  'expectedAmount',
  'campaign',
  'note',
  'previousOwnerId',
  'returnReason',
  'returnNote',
] as const;
export type HideableKey = (typeof hideableKeys)[number];

/** What tells whom to call: opened one by one where a pool counts how many somebody opens. */
export const detailKeys: readonly HideableKey[] = ['contactName', 'phone', 'email', 'title', 'note'];

const column = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

// Pools are few and read once per statement; the organisation is the transaction's own.
const pools = (which: string) =>
  `(t.pool_id = any (array(select p.id from lead_pools p where p.org_id = yd_org() and (${which}))))`;
const hides = (key: HideableKey, opened: boolean) =>
  `'${key}' = any (p.hidden_fields)${!opened && detailKeys.includes(key) ? ' or p.view_quota is not null' : ''}`;

function asMembersSee(field: Field, opened: boolean): Field {
  const key = hideableKeys.find((one) => one === field.key);
  if (!key) return { ...field, edit: false };
  const { grams: _grams, ...rest } = field;
  return {
    ...rest,
    edit: false,
    expression: `case when not ${pools(hides(key, opened))} then t.${column(key)} end`,
  };
}

/** Which values of a row are kept from the reader, so that the screen says so instead of showing nothing. */
const hiddenKeys = (opened: boolean): Field => ({
  key: 'hiddenKeys',
  type: 'multiChoice',
  label: { zh: '已隐藏的字段', en: 'Hidden fields' },
  choices: hideableKeys.map((key) => {
    const field = leadObject.fields.find((one) => one.key === key);
    return { key, label: field?.label ?? { zh: key, en: key } };
  }),
  expression: `array_remove(array[${hideableKeys
    .map((key) => `case when ${pools(hides(key, opened))} then '${key}' end`)
    .join(', ')}], null)`,
  hiddenByDefault: true,
});

/**
 * A lead as the members of its pool see it: what the pool hides is empty in the statement itself, so that no filter,
 * sort, sum or search can ask for it.
 */
export const pooledLeadObject: ObjectDefinition = {
  ...leadObject,
  fields: [...leadObject.fields.map((field) => asMembersSee(field, false)), hiddenKeys(false)],
};

/** The same once its details were opened today, where a pool counts that. */
export const openedLeadObject: ObjectDefinition = {
  ...leadObject,
  fields: [...leadObject.fields.map((field) => asMembersSee(field, true)), hiddenKeys(true)],
};
