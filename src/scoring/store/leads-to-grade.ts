import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { ClassRule, LeadFacts, ScorePlan, ScoreReason, ScoreSource } from '../model.ts';
import {
  factColumns,
  firstHit,
  idleDays,
  isOpenLead,
  isPinned,
  predicates,
  touchColumns,
  touchesBefore,
} from './grading-sql.ts';

/** A lead with its present grades, and everything that new ones are made of. */
export interface LeadToGrade extends LeadFacts {
  readonly id: string;
  readonly capturedAt: Date;
  readonly class: string | null;
  readonly classRuleId: string | null;
  readonly pinned: boolean;
  /** Which of the class rules it meets first. */
  readonly hit: number | null;
  /** Which of the fit rules it meets. */
  readonly fit: readonly boolean[];
  readonly idleDays: number;
  readonly score: number;
  readonly source: ScoreSource | null;
  readonly reasons: readonly ScoreReason[];
  /** The newest line of its history. */
  readonly kept: { readonly score: number; readonly band: string } | null;
}

interface Asked {
  readonly classRules: readonly ClassRule[];
  readonly plan: ScorePlan;
}

async function load(
  step: Step,
  { classRules, plan }: Asked,
  which: RawBuilder<unknown>,
): Promise<LeadToGrade[]> {
  const fit = predicates(step, plan.fit).map((holds) => sql`(${holds}) is true`);
  const found = await sql<LeadToGrade>`
    select t.id, t.captured_at as "capturedAt", t.class, t.class_rule_id as "classRuleId", ${isPinned} as pinned, ${firstHit(step, classRules)} as hit,
      ${fit.length > 0 ? sql`array[${sql.join(fit)}]` : sql`'{}'::boolean[]`} as fit, ${factColumns}, ${touchColumns},
      ${idleDays(step.now)} as "idleDays", t.score, t.score_source as source, t.score_reasons as reasons,
      (select jsonb_build_object('score', h.score, 'band', h.band) from lead_scores h
        where h.org_id = t.org_id and h.lead_id = t.id order by h.at desc limit 1) as kept
    from leads as t ${touchesBefore(sql`${step.now}::timestamptz`)}
    where t.org_id = ${step.actor.orgId}::uuid and t.deleted_at is null
      and (${isOpenLead} or t.scored_at is null) and t.captured_at <= ${step.now} and ${which}`.execute(
    step.tx,
  );
  return found.rows;
}

/** These leads, as far as their grades follow the rules at all. */
export function loadLeadsToGrade(step: Step, asked: Asked, ids: readonly string[]): Promise<LeadToGrade[]> {
  return load(step, asked, sql`t.id = any(${ids}::uuid[])`);
}

/** The ids of the next leads of the organisation, in the order of their ids. */
export async function loadNextIds(
  { tx, actor }: Step,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select t.id from leads t where t.org_id = ${actor.orgId}::uuid ${after ? sql`and t.id > ${after}::uuid` : sql``}
    order by t.org_id, t.id limit ${limit}`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** The same for a whole stretch of ids: no list of them has to travel. */
export function loadStretch(
  step: Step,
  asked: Asked,
  after: string | null,
  upTo: string,
): Promise<LeadToGrade[]> {
  return load(step, asked, sql`t.id <= ${upTo}::uuid ${after ? sql`and t.id > ${after}::uuid` : sql``}`);
}

/** Whether a class of this lead may still be chosen: it is there, and has not become a customer. */
export async function loadStatus({ tx, actor }: Step, id: string): Promise<string | null> {
  const found = await sql<{ status: string }>`
    select t.status from leads t where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null`.execute(
    tx,
  );
  return found.rows[0]?.status ?? null;
}

/** Which class rule a lead meets first, whatever its state. */
export async function loadHit(
  step: Step,
  classRules: readonly ClassRule[],
  id: string,
): Promise<number | null> {
  const found = await sql<{ hit: number | null }>`
    select ${firstHit(step, classRules)} as hit from leads t
    where t.org_id = ${step.actor.orgId}::uuid and t.id = ${id}::uuid`.execute(step.tx);
  return found.rows[0]?.hit ?? null;
}
