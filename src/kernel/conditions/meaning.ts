import { type Field, fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { badInput } from '#kernel/values/refusal.ts';
import { kindOf, operatorsFor, relativePeriods, type ValueShape, valueShapeOf } from './operators.ts';
import { type DaySpan, daysBefore, daysOfPeriod, latestDays } from './periods.ts';
import { isProblem, type Problem, problem } from './problem.ts';
import { datedValue, daysValue, plainValue, type Stretch, startOf } from './rule-value.ts';
import type { ConditionMoment, ConditionValue, Operator, RelativePeriod, Rule } from './tree.ts';
import { beginningForms, pieceForms, sameForms } from './typed-forms.ts';

/** Bounds of a number, day or instant, as the field's kind writes them; a side left out is open. */
export interface Bounds {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
}

/**
 * What a rule asks of one stored value, with every relative word resolved: the readers know only these.
 *
 * An empty value answers no to everything but `empty`. `not` turns the answer round, so that
 * “is not A”, “does not contain A” and “none of A” hold for records that have no value at all:
 * a rule and its opposite together always cover all records.
 */
export type Meaning = { readonly not: boolean } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'anyOf'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly bounds: Bounds }
  | { readonly kind: 'contains' | 'startsWith'; readonly texts: readonly string[] }
  | { readonly kind: 'checked' }
);

const opposites: readonly Operator[] = ['!=', 'notIn', 'notContains', 'notEmpty'];

/** Reads a rule for one field at one moment, or says why it cannot be read. */
export function meaningOf(rule: Rule, field: Field, moment: ConditionMoment): Meaning | Problem {
  const { operator, value } = rule;
  if (!operatorsFor(field.type).includes(operator)) return problem('operator_not_allowed');
  const misshapen = shapeProblem(valueShapeOf(operator), value);
  if (misshapen) return misshapen;
  const not = opposites.includes(operator);
  if (operator === 'empty' || operator === 'notEmpty') return { not, kind: 'empty' };
  switch (kindOf(field.type)) {
    case 'flag':
      return typeof value === 'boolean' ? { not: !value, kind: 'checked' } : problem('value_wrong_type');
    case 'day':
    case 'instant':
      return datedMeaning(operator, value, field, moment);
    case 'number':
      return numberMeaning(operator, value, field, moment);
    default:
      return wordMeaning(operator, value, field, moment);
  }
}

function shapeProblem(shape: ValueShape, value: ConditionValue | undefined): Problem | undefined {
  const missing = value === undefined || value === null || value === '';
  if (shape === 'none') return missing ? undefined : problem('value_not_expected');
  if (missing) return problem('value_required');
  if (shape === 'many' || shape === 'two') {
    if (!Array.isArray(value)) return problem('value_wrong_type');
    if (value.length === 0 || value.some((one) => one === '')) return problem('value_required');
    return shape === 'two' && value.length !== 2 ? problem('value_wrong_type') : undefined;
  }
  return Array.isArray(value) ? problem('value_wrong_type') : undefined;
}

function wordMeaning(
  operator: Operator,
  value: ConditionValue | undefined,
  field: Field,
  moment: ConditionMoment,
): Meaning | Problem {
  const not = opposites.includes(operator);
  const values: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    const read = plainValue(one, field, moment);
    if (isProblem(read)) return read;
    values.push(read);
  }
  const kind = kindOf(field.type);
  if (kind === 'list') return { not, kind: 'anyOf', values };
  if (kind !== 'text') return { not, kind: 'oneOf', values };
  const text = values[0] ?? '';
  if (operator === 'contains' || operator === 'notContains')
    return { not, kind: 'contains', texts: pieceForms(text, field) };
  if (operator === 'startsWith') return { not, kind: 'startsWith', texts: beginningForms(text, field) };
  const forms = values.flatMap((one) => sameForms(one, field));
  return forms.includes('') ? problem('value_required') : { not, kind: 'oneOf', values: forms };
}

function numberMeaning(
  operator: Operator,
  value: ConditionValue | undefined,
  field: Field,
  moment: ConditionMoment,
): Meaning | Problem {
  const [low, high] = Array.isArray(value) ? value : [value, value];
  const from = plainValue(low, field, moment);
  if (isProblem(from)) return from;
  const to = plainValue(high, field, moment);
  if (isProblem(to)) return to;
  const range = (bounds: Bounds): Meaning => ({ not: false, kind: 'range', bounds });
  switch (operator) {
    case '>':
      return range({ gt: from });
    case '>=':
      return range({ gte: from });
    case '<':
      return range({ lt: from });
    case '<=':
      return range({ lte: from });
    case 'between':
      return range({ gte: from, lte: to });
    default:
      return { not: operator === '!=', kind: 'oneOf', values: [from] };
  }
}

function datedMeaning(
  operator: Operator,
  value: ConditionValue | undefined,
  field: Field,
  moment: ConditionMoment,
): Meaning | Problem {
  if (operator === 'within') return periodMeaning(value, field, moment);
  const today = dayOf(moment.now, moment.zone);
  if (operator === 'olderThanDays' || operator === 'newerThanDays') {
    const count = daysValue(value);
    if (isProblem(count)) return count;
    const span = operator === 'olderThanDays' ? daysBefore(count, today) : latestDays(count, today);
    return { not: false, kind: 'range', bounds: spanBounds(span, field, moment) };
  }
  const [low, high] = Array.isArray(value) ? value : [value, value];
  const first = datedValue(low, field, moment);
  if (isProblem(first)) return first;
  const last = datedValue(high, field, moment);
  if (isProblem(last)) return last;
  return { not: operator === '!=', kind: 'range', bounds: stretchBounds(operator, first, last) };
}

function stretchBounds(operator: Operator, first: Stretch, last: Stretch): Bounds {
  switch (operator) {
    case '>':
      return { gte: first.until };
    case '>=':
      return { gte: first.from };
    case '<':
      return { lt: first.from };
    case '<=':
      return { lt: first.until };
    default:
      return { gte: first.from, lt: last.until };
  }
}

function periodMeaning(
  value: ConditionValue | undefined,
  field: Field,
  moment: ConditionMoment,
): Meaning | Problem {
  const period = relativePeriods.find((one: RelativePeriod) => one === value);
  if (!period) return problem(typeof value === 'string' ? 'unknown_period' : 'value_wrong_type');
  const range = (bounds: Bounds): Meaning => ({ not: false, kind: 'range', bounds });
  // An instant of today is already past at noon, a day is not past before tomorrow.
  if (kindOf(field.type) === 'instant' && period === 'past') return range({ lt: moment.now.toISOString() });
  if (kindOf(field.type) === 'instant' && period === 'future')
    return range({ gte: new Date(moment.now.getTime() + 1).toISOString() });
  return range(spanBounds(daysOfPeriod(period, dayOf(moment.now, moment.zone)), field, moment));
}

function spanBounds({ first, last }: DaySpan, field: Field, moment: ConditionMoment): Bounds {
  const at = (day: string) => (kindOf(field.type) === 'day' ? day : startOf(day, moment));
  return {
    ...(first === undefined ? {} : { gte: at(first) }),
    ...(last === undefined ? {} : { lt: at(addDays(last, 1)) }),
  };
}

/**
 * The field and meaning of a rule that was checked before. A rule that has become unreadable since, because its
 * field was removed, say, is refused aloud: guessing an answer would move or hide records silently.
 */
export function readRule(
  rule: Rule,
  definition: ObjectDefinition,
  moment: ConditionMoment,
): { readonly field: Field; readonly meaning: Meaning } {
  const field = fieldOf(definition, rule.field);
  const meaning = field ? meaningOf(rule, field, moment) : problem('unknown_field');
  if (!field || isProblem(meaning)) {
    const code = isProblem(meaning) ? meaning.code : 'unknown_field';
    throw badInput([{ field: rule.field, code }]);
  }
  return { field, meaning };
}
