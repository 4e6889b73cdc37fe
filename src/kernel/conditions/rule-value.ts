import type { Field } from '#kernel/fields.ts';
import { addDays, type Day, isDay, startOfDay } from '#kernel/values/day.ts';
import { Exact, readDecimal } from '#kernel/values/decimal.ts';
import { isId } from '#kernel/values/id.ts';
import { readInstant } from '#kernel/values/instant.ts';
import { kindOf } from './operators.ts';
import { type Problem, problem } from './problem.ts';
import type { ConditionMoment, ConditionValue } from './tree.ts';

/** `@me` in a user field: whoever is looking. */
export const me = '@me';
// Work of the system itself looks with nobody's eyes: `@me` then means no one.
const nobody = '00000000-0000-0000-0000-000000000000';

const firstYear = '1900';
const lastYear = '2999';
// Inside what int8 and numeric take, whatever the column.
const largest = new Exact('1e18');
const decimalPlaces = 30;

/** The stretch of days or instants a value stands for: a day is a whole day, an instant one millisecond. */
export interface Stretch {
  readonly from: string;
  /** The first day or instant after it. */
  readonly until: string;
}

/** Reads one value that is compared for equality or size: text, choice, id or number. */
export function plainValue(value: unknown, field: Field, moment: ConditionMoment): string | Problem {
  switch (kindOf(field.type)) {
    case 'number':
      return numberValue(value, field);
    case 'id':
      if (value === me && field.type === 'user') return isId(moment.actorId) ? moment.actorId : nobody;
      return isId(value) ? value : problem('value_wrong_type');
    case 'key':
    case 'list':
      return choiceValue(value, field);
    default:
      if (typeof value !== 'string') return problem('value_wrong_type');
      return value === '' ? problem('value_required') : value;
  }
}

function choiceValue(value: unknown, field: Field): string | Problem {
  if (typeof value !== 'string') return problem('value_wrong_type');
  const known = field.choices?.some((choice) => choice.key === value) ?? value !== '';
  return known ? value : problem('unknown_choice');
}

function numberValue(value: unknown, field: Field): string | Problem {
  if (typeof value !== 'string' && typeof value !== 'number') return problem('value_wrong_type');
  const number = readDecimal(value);
  if (!number) return problem('value_wrong_type');
  if (field.type === 'integer' && !number.isInteger()) return problem('value_wrong_type');
  if (number.abs().gt(largest) || number.decimalPlaces() > decimalPlaces)
    return problem('value_out_of_range');
  return number.toFixed();
}

/** Reads a day, or for a datetime field an instant or a whole day of the moment's zone. */
export function datedValue(value: unknown, field: Field, moment: ConditionMoment): Stretch | Problem {
  if (typeof value !== 'string') return problem('value_wrong_type');
  const year = value.slice(0, 4);
  const inRange = year >= firstYear && year <= lastYear;
  const isInstant = kindOf(field.type) === 'instant' && isDay(value.slice(0, 10));
  if (isDay(value)) {
    if (!inRange) return problem('value_out_of_range');
    return kindOf(field.type) === 'day'
      ? { from: value, until: addDays(value, 1) }
      : dayStretch(value, moment);
  }
  const at = isInstant ? readInstant(value) : null;
  if (!at) return problem('value_wrong_type');
  return inRange ? instantStretch(at) : problem('value_out_of_range');
}

// The database keeps microseconds, a Date milliseconds: an instant therefore means its whole millisecond.
function instantStretch(at: Date): Stretch {
  return { from: at.toISOString(), until: new Date(at.getTime() + 1).toISOString() };
}

/** The instants of one calendar day in the moment's zone: 23, 24 or 25 hours. */
export function dayStretch(day: Day, moment: ConditionMoment): Stretch {
  return { from: startOf(day, moment), until: startOf(addDays(day, 1), moment) };
}

/** The instant at which a day begins where the organisation is. */
export function startOf(day: Day, moment: ConditionMoment): string {
  return startOfDay(day, moment.zone).toISOString();
}

/** Reads a number of days back, at most a century. */
export function daysValue(value: ConditionValue | undefined): number | Problem {
  const count = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isInteger(count)) return problem('value_wrong_type');
  return count < 0 || count > 36_500 ? problem('value_out_of_range') : count;
}
