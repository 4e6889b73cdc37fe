import type { ImportMode, RowOutcomeKind, RowReason } from '../model.ts';

export interface RowToJudge {
  readonly line: number;
  readonly problems: readonly RowReason[];
  /** Required values the row has not: an update does without, a new record does not. */
  readonly lacking: readonly RowReason[];
  /** Comparable forms of the row, `phone:+8613812345678`. */
  readonly keys: readonly string[];
}

/** A live record that has one of the row's keys. */
export interface Match {
  readonly id: string;
  readonly key: string;
  /** Its name, if the importer may see it. */
  readonly name: string | null;
  readonly mine: boolean;
}

export type Verdict =
  | { readonly kind: 'create' }
  | { readonly kind: 'update'; readonly id: string }
  | {
      readonly kind: Exclude<RowOutcomeKind, 'created' | 'updated' | 'unchanged'>;
      readonly reasons: readonly RowReason[];
    };

/** What a run remembers of the rows before: their keys and the records they went into, each with its line. */
export interface Seen {
  get(key: string): number | undefined;
  set(key: string, line: number): void;
}

/** A memory on top of another one: what a batch adds is kept only once the batch is saved. */
export function layered(base: Map<string, number>): Seen & { readonly keep: () => void } {
  const own = new Map<string, number>();
  return {
    get: (key) => own.get(key) ?? base.get(key),
    set: (key, line) => void own.set(key, line),
    keep: () => {
      for (const [key, line] of own) base.set(key, line);
    },
  };
}

interface Question {
  readonly row: RowToJudge;
  readonly matches: readonly Match[];
  readonly seen: Seen;
  readonly mode: ImportMode;
  /** May the importer change records of this object at all. */
  readonly mayUpdate: boolean;
}

/**
 * Decides what happens to one row. The first of equal rows in a file wins; a row that fits several records is
 * refused, because either choice may be wrong; records the importer cannot see are neither changed nor named.
 */
export function judgeRow({ row, matches, seen, mode, mayUpdate }: Question): Verdict {
  if (row.problems.length > 0) return { kind: 'invalid', reasons: allProblems(row, mode) };
  const earlier = firstSeen(row, matches, seen);
  if (earlier) return { kind: 'duplicateInFile', reasons: [earlier] };
  const ids = new Set(matches.map((match) => match.id));
  const [match] = matches;
  if (!match) {
    if (mode === 'update') return { kind: 'notFound', reasons: [{ code: 'no_match' }] };
    return row.lacking.length > 0 ? { kind: 'invalid', reasons: row.lacking } : { kind: 'create' };
  }
  if (ids.size > 1)
    return { kind: 'invalid', reasons: [{ code: 'several_matches', detail: { records: ids.size } }] };
  const reason: RowReason = {
    code: match.name === null ? 'exists_elsewhere' : 'exists',
    detail: { key: match.key, name: match.name },
  };
  if (mode === 'add') return { kind: 'duplicateInSystem', reasons: [reason] };
  if (!match.mine || !mayUpdate)
    return { kind: 'duplicateInSystem', reasons: [{ ...reason, code: 'not_yours_to_change' }] };
  return { kind: 'update', id: match.id };
}

/** Everything at once, so that a row is mended once: what cannot be read, and what is missing. */
function allProblems({ problems, lacking }: RowToJudge, mode: ImportMode): RowReason[] {
  const named = new Set(problems.map(({ field }) => field));
  return [...problems, ...(mode === 'update' ? [] : lacking.filter(({ field }) => !named.has(field)))];
}

function firstSeen(row: RowToJudge, matches: readonly Match[], seen: Seen): RowReason | null {
  for (const key of row.keys) {
    const line = seen.get(key);
    if (line !== undefined) return { code: 'same_as_line', detail: { key: key.split(':')[0] ?? '', line } };
  }
  for (const { id } of matches) {
    const line = seen.get(`id:${id}`);
    if (line !== undefined) return { code: 'same_record_as_line', detail: { line } };
  }
  return null;
}

/** Remembers a row for those after it. Rows that went nowhere do not count: a later one may be better. */
export function remember(row: RowToJudge, verdict: Verdict, seen: Seen): void {
  if (verdict.kind === 'invalid' || verdict.kind === 'duplicateInFile' || verdict.kind === 'notFound') return;
  for (const key of row.keys) if (seen.get(key) === undefined) seen.set(key, row.line);
  if (verdict.kind === 'update') seen.set(`id:${verdict.id}`, row.line);
}
