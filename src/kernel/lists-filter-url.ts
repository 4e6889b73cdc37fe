import { plainCondition } from './conditions/plain.ts';
import { conditionLimits, conditionSchema } from './conditions/schema.ts';
import { type Condition, isGroup } from './conditions/tree.ts';

/** What a reader has set up on a list; left out means as the view has it. */
export interface ListState {
  readonly condition?: Condition;
  /** Field keys, `-` before one for descending: as the list API takes them. */
  readonly sort?: readonly string[];
  readonly columns?: readonly string[];
}

/** The same as search parameters of the page's address: short texts, safe to share and to bookmark. */
export interface ListSearch {
  readonly f?: string;
  readonly sort?: string;
  readonly cols?: string;
}

// ["&", rule, …] is a group, ["status", "in", ["new"]] a rule: a third of the JSON's length.
type Packed = readonly [string, ...unknown[]];

const marks = { and: '&', or: '|' } as const;
const keyShape = /^[\w.]{1,80}$/;
const sortsAtMost = 3;
const columnsAtMost = 100;

/** Writes the state of a list into the address. An empty state gives no parameters at all. */
export function encodeListSearch({ condition, sort, columns }: ListState): ListSearch {
  return {
    ...(condition ? { f: JSON.stringify(pack(plainCondition(condition))) } : {}),
    ...(sort?.length ? { sort: sort.join(',') } : {}),
    ...(columns?.length ? { cols: columns.join(',') } : {}),
  };
}

/**
 * Reads the state of a list from an address that anybody may have typed. What is not understood is left out,
 * so that an old link still opens the list. Fields and rights are checked by the list itself.
 */
export function decodeListSearch(search: unknown): ListState {
  const given: Readonly<Record<string, unknown>> =
    typeof search === 'object' && search !== null ? { ...search } : {};
  const condition = unpackText(given.f);
  const sort = keys(given.sort, sortsAtMost);
  const columns = keys(given.cols, columnsAtMost);
  return {
    ...(condition ? { condition } : {}),
    ...(sort.length ? { sort } : {}),
    ...(columns.length ? { columns } : {}),
  };
}

function keys(given: unknown, atMost: number): readonly string[] {
  if (typeof given !== 'string') return [];
  const found = given.split(',').filter((key) => keyShape.test(key.replace(/^-/, '')));
  return [...new Set(found)].slice(0, atMost);
}

function pack(condition: Condition): Packed {
  if (!isGroup(condition)) {
    const { field, operator, value } = condition;
    return value === undefined ? [field, operator] : [field, operator, value];
  }
  const mark = (condition.not ? '!' : '') + marks[condition.combinator];
  return [mark, ...condition.rules.map(pack)];
}

function unpackText(given: unknown): Condition | undefined {
  // The router may have parsed the JSON already.
  const packed = typeof given === 'string' ? parsed(given) : given;
  const read = conditionSchema.safeParse(unpack(packed, 0));
  return read.success ? plainCondition(read.data) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unpack(packed: unknown, depth: number): unknown {
  if (!Array.isArray(packed) || depth > conditionLimits.depth) return undefined;
  const [head, ...rest]: unknown[] = packed;
  const combinator = head === '&' || head === '!&' ? 'and' : head === '|' || head === '!|' ? 'or' : undefined;
  if (combinator === undefined) {
    const [operator, value, ...more] = rest;
    if (more.length > 0) return undefined;
    return rest.length < 2 ? { field: head, operator } : { field: head, operator, value };
  }
  const rules = rest.map((rule) => unpack(rule, depth + 1));
  return { combinator, ...(head === '!&' || head === '!|' ? { not: true } : {}), rules };
}
