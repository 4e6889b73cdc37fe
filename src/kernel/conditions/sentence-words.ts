import type { FieldType, Words } from '#kernel/fields.ts';
import { kindOf, type ValueKind } from './operators.ts';
import type { Operator, RelativePeriod } from './tree.ts';

const is: Words = { zh: '是', en: 'is' };

const common: Readonly<Record<Operator, Words>> = {
  '=': is,
  '!=': { zh: '不是', en: 'is not' },
  '>': { zh: '大于', en: 'is over' },
  '>=': { zh: '至少', en: 'is at least' },
  '<': { zh: '小于', en: 'is under' },
  '<=': { zh: '至多', en: 'is at most' },
  between: { zh: '介于', en: 'is between' },
  contains: { zh: '包含', en: 'contains' },
  notContains: { zh: '不包含', en: 'does not contain' },
  startsWith: { zh: '开头是', en: 'starts with' },
  in: is,
  notIn: { zh: '不是', en: 'is not' },
  empty: { zh: '为空', en: 'is empty' },
  notEmpty: { zh: '不为空', en: 'is not empty' },
  within: { zh: '在', en: 'is' },
  olderThanDays: { zh: '早于', en: 'is more than' },
  newerThanDays: { zh: '在', en: 'is in' },
};

const dated: Partial<Record<Operator, Words>> = {
  '>': { zh: '晚于', en: 'is after' },
  '>=': { zh: '不早于', en: 'is on or after' },
  '<': { zh: '早于', en: 'is before' },
  '<=': { zh: '不晚于', en: 'is on or before' },
};

const special: Partial<Record<ValueKind, Partial<Record<Operator, Words>>>> = {
  day: dated,
  instant: dated,
  flag: { '=': { zh: '为', en: 'is' } },
  list: {
    in: { zh: '包含', en: 'includes' },
    notIn: { zh: '不包含', en: 'does not include' },
    contains: { zh: '包含', en: 'includes' },
    notContains: { zh: '不包含', en: 'does not include' },
  },
};

/** The verb of an operator for a type of field, as sentences and the filter builder show it. */
export function operatorWords(type: FieldType, operator: Operator): Words {
  return special[kindOf(type)]?.[operator] ?? common[operator];
}

/** Names for the operators that read alike in a sentence but must be told apart in a menu. */
export function operatorChoiceWords(type: FieldType, operator: Operator): Words {
  if (operator === 'in') return { zh: '是其中之一', en: 'is any of' };
  if (operator === 'notIn') return { zh: '不是其中任何一个', en: 'is none of' };
  if (operator === 'olderThanDays') return { zh: '早于若干天前', en: 'is more than … days ago' };
  if (operator === 'newerThanDays') return { zh: '在最近若干天', en: 'is in the last … days' };
  if (operator === 'within') return { zh: '在某段时间', en: 'is in a period' };
  return operatorWords(type, operator);
}

const periods: Readonly<Record<RelativePeriod, Words>> = {
  today: { zh: '今天', en: 'today' },
  yesterday: { zh: '昨天', en: 'yesterday' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  thisWeek: { zh: '本周', en: 'this week' },
  lastWeek: { zh: '上周', en: 'last week' },
  nextWeek: { zh: '下周', en: 'next week' },
  thisMonth: { zh: '本月', en: 'this month' },
  lastMonth: { zh: '上月', en: 'last month' },
  nextMonth: { zh: '下月', en: 'next month' },
  thisQuarter: { zh: '本季度', en: 'this quarter' },
  lastQuarter: { zh: '上季度', en: 'last quarter' },
  nextQuarter: { zh: '下季度', en: 'next quarter' },
  thisYear: { zh: '今年', en: 'this year' },
  lastYear: { zh: '去年', en: 'last year' },
  past: { zh: '过去', en: 'in the past' },
  future: { zh: '将来', en: 'in the future' },
};

/** The name of a relative period. */
export function periodWords(period: RelativePeriod): Words {
  return periods[period];
}

/** The small words that hold a sentence together. */
export const joints = {
  and: { zh: ' 且 ', en: ' and ' },
  or: { zh: ' 或 ', en: ' or ' },
  me: { zh: '我', en: 'me' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknownField: { zh: '未知字段', en: 'an unknown field' },
  unknownValue: { zh: '未知', en: 'unknown' },
  everything: { zh: '全部记录', en: 'every record' },
} as const satisfies Record<string, Words>;
