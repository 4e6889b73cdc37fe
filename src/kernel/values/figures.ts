import type { Condition } from '#kernel/conditions/tree.ts';
import { sumMoney } from './money.ts';

/** What is measured over the rows of a list; the key is the name of the figure. */
export interface Measure {
  readonly key: string;
  readonly fn: 'count' | 'sum' | 'median';
  readonly field?: string;
}

/** One question to the database: measures over the rows of a list that meet all rules, whole or by group. */
export interface Ask {
  readonly id: string;
  /** Id of the list operation: its source, its rights and its scope decide what is counted. */
  readonly list: string;
  readonly rules: readonly Condition[];
  readonly groupBy?: string;
  readonly measures: readonly Measure[];
  /** The groups are steps in this order, and who reached one has been through those before. */
  readonly steps?: readonly string[];
}

/** The answer to one ask for one group (null: no group, or rows without a value in the grouped field). */
export interface Found {
  readonly id: string;
  readonly group: string | null;
  readonly values: readonly string[];
}

/** Which rows a figure is: this list under this condition, counted or summed, gives the figure again. */
export interface Drill {
  readonly list: string;
  readonly condition: Condition | null;
  readonly measure: { readonly fn: 'count' | 'sum' | 'median'; readonly field?: string };
}

/** A number with its rows. Counts are whole, sums and medians have two decimals. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  readonly drill: Drill;
}

/** All rules together as the condition that a list takes; no rule is no condition. */
export function together(rules: readonly Condition[]): Condition | null {
  return rules.length === 0 ? null : { combinator: 'and', rules };
}

/**
 * Turns the answers into figures, each with the rows it counts.
 *
 * A grouped ask gives a figure per group and their total, so a table always ends in what stands in the strip. Steps give
 * for each step everything that came at least so far, and under `stuck.` what came exactly so far.
 */
export function figuresOf(ask: Ask, found: readonly Found[]): Figure[] {
  const rows = found.filter((row) => row.id === ask.id);
  return ask.measures.flatMap((measure, at) => {
    const of = (some: readonly Found[]) => addUp(measure, some, at);
    const figure = (key: string, some: readonly Found[], more: readonly Condition[] = []): Figure => ({
      key,
      value: of(some),
      drill: {
        list: ask.list,
        condition: together([...ask.rules, ...more]),
        measure: { fn: measure.fn, ...(measure.field ? { field: measure.field } : {}) },
      },
    });
    const { groupBy, steps } = ask;
    if (!groupBy) return [figure(measure.key, rows)];
    // The middle of several groups is not made from theirs: only each group has one.
    const whole = measure.fn === 'median' ? [] : [figure(measure.key, rows)];
    if (steps) return stepFigures(measure.key, groupBy, steps, rows, figure);
    return [
      ...whole,
      ...rows.map((row) =>
        figure(`${measure.key}.${row.group ?? 'none'}`, [row], [groupRule(groupBy, row.group)]),
      ),
    ];
  });
}

type Make = (key: string, rows: readonly Found[], more?: readonly Condition[]) => Figure;

function stepFigures(
  key: string,
  field: string,
  steps: readonly string[],
  rows: readonly Found[],
  figure: Make,
): Figure[] {
  return steps.flatMap((step, at) => {
    const further = steps.slice(at);
    const reached = rows.filter((row) => row.group !== null && further.includes(row.group));
    const stuck = rows.filter((row) => row.group === step);
    const rule: Condition = { field, operator: 'in', value: further };
    return [
      figure(`${key}.${step}`, reached, at === 0 ? [] : [rule]),
      figure(`stuck.${key}.${step}`, stuck, [{ field, operator: '=', value: step }]),
    ];
  });
}

function groupRule(field: string, group: string | null): Condition {
  return group === null ? { field, operator: 'empty' } : { field, operator: '=', value: group };
}

function addUp(measure: Measure, rows: readonly Found[], at: number): string {
  const values = rows.map((row) => row.values[at] ?? '0');
  if (measure.fn !== 'count') return sumMoney(values);
  return String(values.reduce((sum, value) => sum + Number(value), 0));
}
