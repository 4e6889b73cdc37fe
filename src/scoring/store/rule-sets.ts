import { sql } from 'kysely';
import { definitionFor } from '#kernel/access.ts';
import { type Step, stale } from '#kernel/command.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { objectNamed } from '#kernel/fields.ts';
import type { ClassRule, ScorePlan, ScoreSource } from '../model.ts';
import { firstClassRules, firstScorePlan } from '../rules/first-rules.ts';
import { isReadable, type RuleKind } from '../rules/rule-checks.ts';

/** Rules as they stand; version 0: those everybody starts with, never saved yet. */
export interface Stored<T> {
  readonly rules: T;
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

/** What leads are, with the organisation's own fields: whatever a rule may ask for. */
export function leadDefinition({ actor }: Pick<Step, 'actor'>): ObjectDefinition {
  const leads = objectNamed('leads');
  if (!leads) throw new Error('leads are not there');
  return definitionFor(actor, leads);
}

async function loadSet<T>({ tx, actor }: Step, kind: RuleKind, first: T, lock: boolean): Promise<Stored<T>> {
  const found = await sql<Stored<T>>`
    select rules, version, updated_at as "updatedAt", updated_by as "updatedBy" from scoring_rule_sets
    where org_id = ${actor.orgId}::uuid and kind = ${kind} ${lock ? sql`for update` : sql``}`.execute(tx);
  return found.rows[0] ?? { rules: first, version: 0, updatedAt: null, updatedBy: null };
}

export const loadClassRules = (step: Step, lock = false): Promise<Stored<readonly ClassRule[]>> =>
  loadSet(step, 'class', firstClassRules, lock);

export const loadScorePlan = (step: Step, lock = false): Promise<Stored<ScorePlan>> =>
  loadSet(step, 'score', firstScorePlan, lock);

/** Saves a whole set under the version it was read with; 409 when somebody was faster. */
export async function saveSet(
  { tx, actor, now }: Step,
  kind: RuleKind,
  version: number,
  rules: unknown,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    insert into scoring_rule_sets (org_id, kind, rules, version, updated_at, updated_by)
    select ${actor.orgId}::uuid, ${kind}, ${JSON.stringify(rules)}::jsonb, 1, ${now}, ${actor.id}::uuid
    where ${version}::integer = 0 or exists (select from scoring_rule_sets where org_id = ${actor.orgId}::uuid and kind = ${kind})
    on conflict (org_id, kind) do update set rules = excluded.rules, version = scoring_rule_sets.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
      where scoring_rule_sets.version = ${version}::integer
    returning version`.execute(tx);
  const next = saved.rows[0]?.version;
  if (next === undefined) throw stale(null);
  return next;
}

/** Rules whose fields are all still there. The others are asked of nobody: a guess would move leads. */
export function readable<R extends { readonly condition: ClassRule['condition'] }>(
  rules: readonly R[],
  definition: ObjectDefinition,
): readonly R[] {
  return rules.filter(({ condition }) => isReadable(condition, definition));
}

/** What the organisation wants its numbers made by; the model, as soon as it is good enough, unless somebody chose. */
export async function loadSource({ tx, actor }: Step): Promise<{ source: ScoreSource; version: number }> {
  const found = await sql<{ source: ScoreSource; version: number }>`
    select source, version from scoring_sources where org_id = ${actor.orgId}::uuid`.execute(tx);
  return found.rows[0] ?? { source: 'model', version: 0 };
}

export async function saveSource({ tx, actor, now }: Step, source: ScoreSource): Promise<number> {
  const saved = await sql<{ version: number }>`
    insert into scoring_sources (org_id, source, updated_at, updated_by)
    values (${actor.orgId}::uuid, ${source}, ${now}, ${actor.id}::uuid)
    on conflict (org_id) do update set source = excluded.source, version = scoring_sources.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    returning version`.execute(tx);
  return saved.rows[0]?.version ?? 1;
}
