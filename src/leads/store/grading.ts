import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

/** A class for one lead: from a rule, which it then names, or by hand, which pins it. */
export interface ClassToSave {
  readonly id: string;
  readonly class: string | null;
  readonly ruleId: string | null;
  /** Said by a person: goes over a pinned class, and is an edit of the record. */
  readonly byHand: boolean;
}

export interface SavedClass {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly ruleId: string | null;
  readonly byHand: boolean;
  readonly wasPinned: boolean;
}

/**
 * Writes classes; returns the rows that changed. What a person pinned stays, also when he did so a moment ago. A
 * class by rule does not raise the version: nobody's open form becomes stale by it.
 */
export async function saveClasses({ tx, actor }: Step, rows: readonly ClassToSave[]): Promise<SavedClass[]> {
  if (rows.length === 0) return [];
  const saved = await sql<SavedClass>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, class text, "ruleId" uuid, "byHand" boolean)
    ), held as (
      select l.id, l.class, l.class is not null and l.class_rule_id is null as pinned from leads l
      where l.org_id = ${actor.orgId}::uuid and l.id in (select id from wanted)
      order by l.id for no key update
    )
    update leads l set class = w.class, class_rule_id = w."ruleId", version = l.version + w."byHand"::integer
    from wanted w join held h on h.id = w.id
    where l.org_id = ${actor.orgId}::uuid and l.id = w.id
      and (w."byHand" or l.class is null or l.class_rule_id is not null)
      and (l.class is distinct from w.class or l.class_rule_id is distinct from w."ruleId")
    returning l.id, h.class as before, l.class as after, l.class_rule_id as "ruleId", w."byHand", h.pinned as "wasPinned"`.execute(
    tx,
  );
  return saved.rows;
}

export interface ScoreToSave {
  readonly id: string;
  readonly score: number;
  readonly band: string;
  readonly source: 'rules' | 'model';
  readonly reasons: readonly unknown[];
}

/** Writes scores. They move every night by themselves, so neither version nor timeline follows them. */
export async function saveScores({ tx, actor, now }: Step, rows: readonly ScoreToSave[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, score integer, band text, source text, reasons jsonb)
    ), held as (
      select l.id from leads l where l.org_id = ${actor.orgId}::uuid and l.id in (select id from wanted)
      order by l.id for no key update
    )
    update leads l set score = w.score, score_band = w.band, score_source = w.source, score_reasons = w.reasons,
      scored_at = ${now}
    from wanted w join held h on h.id = w.id
    where l.org_id = ${actor.orgId}::uuid and l.id = w.id`.execute(tx);
}
