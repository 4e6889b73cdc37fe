import type { Field, ObjectDefinition } from '#kernel/fields.ts';
import { Exact, readDecimal } from '#kernel/values/decimal.ts';
import { readInstant } from '#kernel/values/instant.ts';
import { foldForSearch } from '#kernel/values/text.ts';
import { foldCondition } from './fold.ts';
import { type Bounds, type Meaning, readRule } from './meaning.ts';
import { kindOf } from './operators.ts';
import type { Condition, ConditionMoment } from './tree.ts';

/** A record under the catalogue's keys; custom values lie in `custom` under their custom key. */
export type ConditionRecord = Readonly<Record<string, unknown>>;

type Test = (record: ConditionRecord) => boolean;

/** Whether a record meets a condition: the same answer as the SQL reader gives for its row. */
export function evaluate(
  condition: Condition,
  record: ConditionRecord,
  definition: ObjectDefinition,
  moment: ConditionMoment,
): boolean {
  return evaluator(condition, definition, moment)(record);
}

/** Reads a condition once, to ask it of many records: simulations, queues, lists in the browser. */
export function evaluator(condition: Condition, definition: ObjectDefinition, moment: ConditionMoment): Test {
  const read = foldCondition<Test>(condition, {
    rule(rule) {
      const { field, meaning } = readRule(rule, definition, moment);
      const ask = question(field, meaning);
      return meaning.not ? (record) => !ask(record) : ask;
    },
    all: (parts) => (record) => parts.every((part) => part(record)),
    any: (parts) => (record) => parts.some((part) => part(record)),
    not: (part) => (record) => !part(record),
  });
  return read ?? (() => true);
}

function question(field: Field, meaning: Meaning): Test {
  switch (meaning.kind) {
    case 'empty':
      return (record) => isEmpty(field, stored(field, record));
    case 'checked':
      return (record) => {
        const value = stored(field, record);
        return value === true || value === 'true';
      };
    case 'oneOf':
      return oneOfTest(field, meaning.values);
    case 'anyOf': {
      const wanted = new Set<unknown>(meaning.values);
      return (record) => listIn(stored(field, record)).some((one) => wanted.has(one));
    }
    case 'range':
      return rangeTest(field, meaning.bounds);
    case 'contains':
    case 'startsWith': {
      const wanted = meaning.texts.map(foldForSearch);
      const start = meaning.kind === 'startsWith';
      return (record) => {
        const text = textIn(stored(field, record));
        if (text === null) return false;
        const folded = foldForSearch(text);
        return wanted.some((piece) => (start ? folded.startsWith(piece) : folded.includes(piece)));
      };
    }
  }
}

function stored(field: Field, record: ConditionRecord): unknown {
  if (field.customKey === undefined) return record[field.key];
  const custom = record.custom;
  return typeof custom === 'object' && custom !== null
    ? (custom as Readonly<Record<string, unknown>>)[field.customKey]
    : undefined;
}

function isEmpty(field: Field, value: unknown): boolean {
  const kind = kindOf(field.type);
  if (kind === 'list') return listIn(value).length === 0;
  if (kind === 'number') return numberIn(value) === null;
  if (kind === 'day') return dayIn(value) === null;
  if (kind === 'instant')
    return (field.customKey === undefined ? instantIn(value) : customInstantIn(value)) === null;
  const text = textIn(value);
  return text === null || text === '';
}

function oneOfTest(field: Field, values: readonly string[]): Test {
  if (kindOf(field.type) !== 'number') {
    const wanted = new Set(values);
    return (record) => {
      const text = textIn(stored(field, record));
      return text !== null && wanted.has(text);
    };
  }
  const numbers = values.map((value) => new Exact(value));
  return (record) => {
    const number = numberIn(stored(field, record));
    return number !== null && numbers.some((one) => one.eq(number));
  };
}

function rangeTest(field: Field, bounds: Bounds): Test {
  const kind = kindOf(field.type);
  if (kind === 'number') {
    return within(
      field,
      bounds,
      (text) => new Exact(text),
      numberIn,
      (a, b) => a.cmp(b),
    );
  }
  if (kind === 'day') return within(field, bounds, String, dayIn, textOrder);
  // Like SQL, which cannot trust a text in the JSON to be an existing instant.
  if (field.customKey !== undefined) return within(field, bounds, String, customInstantIn, textOrder);
  return within(field, bounds, Date.parse, instantIn, (a, b) => a - b);
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function within<T>(
  field: Field,
  { gt, gte, lt, lte }: Bounds,
  parse: (text: string) => T,
  read: (value: unknown) => T | null,
  compare: (a: T, b: T) => number,
): Test {
  const sides: ((value: T) => boolean)[] = [];
  const side = (text: string | undefined, holds: (order: number) => boolean) => {
    if (text === undefined) return;
    const bound = parse(text);
    sides.push((value) => holds(compare(value, bound)));
  };
  side(gt, (order) => order > 0);
  side(gte, (order) => order >= 0);
  side(lt, (order) => order < 0);
  side(lte, (order) => order <= 0);
  return (record) => {
    const value = read(stored(field, record));
    return value !== null && sides.every((holds) => holds(value));
  };
}

// The readers below accept what a row from the database and the same row as JSON hold: Date or ISO text,
// number or decimal text. What does not have the form of its type is empty, as in SQL.

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function numberIn(value: unknown): Exact | null {
  if (typeof value === 'number') return readDecimal(value);
  return typeof value === 'string' && /^-?[0-9]{1,40}([.][0-9]{1,40})?$/.test(value)
    ? new Exact(value)
    : null;
}

function dayIn(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : null;
}

function instantIn(value: unknown): number | null {
  if (value instanceof Date) return value.getTime();
  return readInstant(value)?.getTime() ?? null;
}

// A custom instant counts only in the form in which we write it.
function customInstantIn(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString() : value;
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[.]\d{3}Z$/.test(text)
    ? text
    : null;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
