import {
  type ImportPreview,
  type PreviewRow,
  type RowOutcomeKind,
  type RowReason,
  rowOutcomes,
} from '../model.ts';

const samplesAtMost = 20;

/** Counts outcomes row by row, and keeps a few rows of every kind with their reasons. */
export interface Tally {
  add(outcome: RowOutcomeKind, row: PreviewRow): void;
  result(): ImportPreview;
}

/** Starts counting. Plainly new rows are only counted. */
export function startTally(): Tally {
  const counts = Object.fromEntries(rowOutcomes.map((one) => [one, 0])) as Record<RowOutcomeKind, number>;
  const samples: Partial<Record<RowOutcomeKind, PreviewRow[]>> = {};
  const reasons = new Map<string, { field: string | null; code: string; rows: number }>();
  const count = ({ field = null, code }: { field?: string | null } & Pick<RowReason, 'code'>) => {
    const key = `${field}/${code}`;
    const known = reasons.get(key) ?? { field, code, rows: 0 };
    known.rows += 1;
    reasons.set(key, known);
  };
  return {
    add(outcome, row) {
      counts[outcome] += 1;
      for (const reason of row.reasons) count(reason);
      if (outcome === 'created' && row.reasons.length === 0) return;
      const list = samples[outcome] ?? [];
      if (list.length < samplesAtMost) list.push(row);
      samples[outcome] = list;
    },
    result: () => ({
      counts,
      samples,
      reasons: [...reasons.values()].toSorted((one, other) => other.rows - one.rows).slice(0, 50),
    }),
  };
}
