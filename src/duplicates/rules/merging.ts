import { type Decision, no, yes } from '#kernel/values/refusal.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** For each field whose value stands, by the record's id; `custom.x` for the company's own fields. */
export type FieldChoices = Readonly<Record<string, string>>;

export interface MergePlan {
  /** Every field that the merged record has, by catalogue key; own fields under `custom`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** From which record each value is. */
  readonly from: Readonly<Record<string, string>>;
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/**
 * What the merged record looks like. Chosen values stand; what nobody chose is the winner's, and where he has none the
 * first other's. An emptiness is only taken over when it was chosen.
 */
export function planMerge(
  rows: readonly [winner: Row, ...losers: Row[]],
  keys: readonly string[],
  choices: FieldChoices,
): Decision<MergePlan, 'unknown_choice'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(keys);
  if (Object.entries(choices).some(([key, id]) => !known.has(key) || !byId.has(id)))
    return no('unknown_choice');
  const values: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  const from: Record<string, string> = {};
  for (const key of keys) {
    const chosen = choices[key];
    const source = (chosen ? byId.get(chosen) : rows.find((row) => !isEmpty(valueIn(row, key)))) ?? rows[0];
    from[key] = source.id;
    const value = valueIn(source, key) ?? null;
    if (key.startsWith('custom.')) custom[key.slice('custom.'.length)] = value;
    else values[key] = value;
  }
  return yes({ values: Object.keys(custom).length > 0 ? { ...values, custom } : values, from });
}

/** A value by its key, inside `custom` for the company's own fields. */
export function valueIn(row: Row, key: string): unknown {
  if (!key.startsWith('custom.')) return row[key];
  return ((row.custom ?? {}) as Record<string, unknown>)[key.slice('custom.'.length)];
}
