import type { FieldType } from '../fields.ts';
import type { Operator, RelativePeriod } from './tree.ts';

/** How a field's values compare, whatever it is called on the screen. */
export type ValueKind = 'text' | 'key' | 'id' | 'number' | 'day' | 'instant' | 'flag' | 'list';

const kinds: Readonly<Record<FieldType, ValueKind>> = {
  text: 'text',
  longText: 'text',
  phone: 'text',
  email: 'text',
  url: 'text',
  choice: 'key',
  user: 'id',
  reference: 'id',
  integer: 'number',
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'day',
  datetime: 'instant',
  checkbox: 'flag',
  multiChoice: 'list',
};

const dated: readonly Operator[] = [
  'within',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'olderThanDays',
  'newerThanDays',
  'empty',
  'notEmpty',
];
const picked: readonly Operator[] = ['in', 'notIn', '=', '!=', 'empty', 'notEmpty'];

// Texts have no < and >: their order depends on the reader's language, so a rule could change its meaning.
const allowed: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['contains', 'notContains', 'startsWith', '=', '!=', 'in', 'notIn', 'empty', 'notEmpty'],
  key: picked,
  id: picked,
  number: ['=', '!=', '>', '>=', '<', '<=', 'between', 'empty', 'notEmpty'],
  day: dated,
  instant: dated,
  flag: ['='],
  list: ['in', 'notIn', 'contains', 'notContains', 'empty', 'notEmpty'],
};

/** Every operator of the language, for schemas and documentation. */
export const operators = [
  '=',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'between',
  'contains',
  'notContains',
  'startsWith',
  'in',
  'notIn',
  'empty',
  'notEmpty',
  'within',
  'olderThanDays',
  'newerThanDays',
] as const satisfies readonly Operator[];

/** Every named period that `within` accepts, in the order a person would look for them. */
export const relativePeriods = [
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
] as const satisfies readonly RelativePeriod[];

/** How values of this type compare. */
export function kindOf(type: FieldType): ValueKind {
  return kinds[type];
}

/** The operators a field of this type offers, the most useful first: the filter builder shows them in this order. */
export function operatorsFor(type: FieldType): readonly Operator[] {
  return allowed[kinds[type]];
}

/** What stands to the right of an operator: nothing, one value, a pair, several, a named period or a number of days. */
export type ValueShape = 'none' | 'one' | 'two' | 'many' | 'period' | 'days';

/** The editor to show, and the shape that the check demands, for an operator. */
export function valueShapeOf(operator: Operator): ValueShape {
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
