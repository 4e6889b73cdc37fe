import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { ScoreReason, ScoreSource } from '../model.ts';

export interface HistoryLine {
  readonly id: string;
  readonly score: number;
  readonly band: string;
  readonly source: ScoreSource;
  readonly reasons: readonly ScoreReason[];
}

/** Adds lines to the histories of leads, of this moment. */
export async function addHistory({ tx, actor, now }: Step, lines: readonly HistoryLine[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into lead_scores (org_id, lead_id, at, score, band, source, reasons)
    select ${actor.orgId}::uuid, r.id, ${now}, r.score, r.band, r.source, r.reasons
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(id uuid, score integer, band text, source text, reasons jsonb)
    on conflict (org_id, lead_id, at) do update set score = excluded.score, band = excluded.band, source = excluded.source,
      reasons = excluded.reasons`.execute(tx);
}
