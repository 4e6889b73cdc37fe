import type { FieldKind, FieldSpec } from './field-spec.ts';

export type FilterOperator =
  | '='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'between'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'in'
  | 'notIn'
  | 'empty'
  | 'notEmpty'
  | 'within'
  | 'olderThanDays'
  | 'newerThanDays';

export type FilterValue = string | number | boolean | null | readonly (string | number)[];

/** One condition: field, operator, value. `'@me'` in a user field is whoever looks. */
export interface FilterRule {
  readonly field: string;
  readonly operator: FilterOperator;
  readonly value?: FilterValue;
}

/** Conditions joined by and / or; the product's one condition language. */
export interface FilterGroup {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly (FilterGroup | FilterRule)[];
}

export type FilterPart = FilterGroup | FilterRule;

export const me = '@me';
export const noFilter: FilterGroup = { combinator: 'and', rules: [] };

export const filterPeriods = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisYear',
  'lastYear',
  'past',
  'future',
] as const;

export function isFilterGroup(part: FilterPart): part is FilterGroup {
  return 'combinator' in part;
}

const text = ['contains', 'notContains', '=', '!=', 'startsWith', 'empty', 'notEmpty'] as const;
const number = ['=', '!=', '>', '>=', '<', '<=', 'between', 'empty', 'notEmpty'] as const;
const dated = [
  'within',
  '=',
  '>',
  '>=',
  '<',
  '<=',
  'between',
  'olderThanDays',
  'newerThanDays',
  'empty',
  'notEmpty',
] as const;
const picked = ['in', 'notIn', 'empty', 'notEmpty'] as const;

/** What can be asked of a field; the most useful first. Masked fields only whether they are filled. */
export function operatorsOf(
  field: Pick<FieldSpec, 'kind' | 'masked' | 'readOnly'>,
): readonly FilterOperator[] {
  const byKind: Partial<Record<FieldKind, readonly FilterOperator[]>> = {
    integer: number,
    number,
    money: number,
    percent: number,
    date: dated,
    datetime: dated,
    choice: picked,
    multiChoice: picked,
    user: picked,
    reference: picked,
    checkbox: ['='],
  };
  // Any other question would spell out a masked value letter by letter.
  return field.masked ? ['notEmpty', 'empty'] : (byKind[field.kind] ?? text);
}

export type ValueShape = 'none' | 'one' | 'two' | 'many' | 'period' | 'days';

export function valueShape(operator: FilterOperator): ValueShape {
  switch (operator) {
    case 'empty':
    case 'notEmpty':
      return 'none';
    case 'between':
      return 'two';
    case 'in':
    case 'notIn':
      return 'many';
    case 'within':
      return 'period';
    case 'olderThanDays':
    case 'newerThanDays':
      return 'days';
    default:
      return 'one';
  }
}

/** Can the condition be asked already, or is its value still missing? */
export function isComplete({ operator, value }: FilterRule): boolean {
  const shape = valueShape(operator);
  if (shape === 'none') return true;
  if (shape === 'two')
    return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '' && one !== null);
  if (shape === 'many') return Array.isArray(value) && value.length > 0;
  return value !== undefined && value !== null && value !== '';
}
