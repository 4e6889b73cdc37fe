import { type RawBuilder, sql } from 'kysely';
import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { recordVisible } from '#kernel/records.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { bandFloors, type LeadClass, scoreBands } from '../model.ts';
import { type RuleKind, ruleListProblems } from '../rules/rule-checks.ts';
import {
  countOf,
  firstHit,
  idleDays,
  isOpenLead,
  isPinned,
  predicates,
  touchesOfAll,
} from '../store/grading-sql.ts';
import { leadDefinition } from '../store/rule-sets.ts';

type Letter = LeadClass | null;
type Row = Output<typeof contract.simulateClassRules>['rows'][number];
const rowsShown = 50;

function requireRules(step: Step, kind: RuleKind, rules: Parameters<typeof ruleListProblems>[0]): void {
  const definition = leadDefinition(step);
  const problems = ruleListProblems(rules, kind, definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
}

/** What these rules would make of every open lead, beside what it is now; nothing is written. */
export async function simulateClassRules(
  { rules, move, after }: Input<typeof contract.simulateClassRules>,
  step: Step,
): Promise<Output<typeof contract.simulateClassRules>> {
  requireRules(step, 'class', rules);
  const { tx, actor } = step;
  const hit = firstHit(step, rules);
  const found = await sql<{ from: Letter; pinned: boolean; hit: number | null; leads: number }>`
    select x.class as "from", x.pinned, x.hit, count(*)::integer as leads from (
      select t.class, ${isPinned} as pinned, ${hit} as hit from leads t
      where t.org_id = ${actor.orgId}::uuid and t.deleted_at is null and ${isOpenLead}) as x
    group by 1, 2, 3`.execute(tx);
  const classOf = (place: number | null): Letter => (place === null ? null : (rules[place]?.class ?? null));
  const moves = new Map<string, { from: Letter; to: Letter; leads: number }>();
  const hits = rules.map(() => 0);
  let pinned = 0;
  for (const { from, hit: place, leads, pinned: byHand } of found.rows) {
    if (byHand) {
      pinned += leads;
      continue;
    }
    if (place !== null) hits[place] = (hits[place] ?? 0) + leads;
    addMove(moves, from, classOf(place), leads);
  }
  const letters = rules.map(({ class: letter }, at) => sql`when ${sql.lit(at)} then ${letter}::text`);
  const then = letters.length > 0 ? sql`(case x.hit ${sql.join(letters, sql` `)} end)` : sql`null::text`;
  const rows = await sql<Row>`
    select x.id, x.company, u.name as owner, x.class as "from", ${then} as "to", x.hit + 1 as place, null as was, null as becomes
    from (
      select t.id, t.org_id, t.company, t.owner_id, t.class, ${hit} as hit from leads t
      where t.deleted_at is null and ${isOpenLead} and not ${isPinned} and ${recordVisible(actor, 'leads')}
        ${after ? sql`and t.id > ${after}::uuid` : sql``} order by t.org_id, t.id) as x
    left join users u on u.org_id = x.org_id and u.id = x.owner_id
    where x.class is distinct from ${then}
      ${move ? sql`and x.class is not distinct from ${move.from}::text and ${then} is not distinct from ${move.to}::text` : sql``}
    order by x.id limit ${rowsShown}`.execute(tx);
  return { ...summed(moves), pinned, hits, rows: rows.rows };
}

/** What these points would make of every open lead if the rules made the numbers; nothing is written. */
export async function simulateScorePlan(
  { plan, move, after }: Input<typeof contract.simulateScorePlan>,
  step: Step,
): Promise<Output<typeof contract.simulateScorePlan>> {
  requireRules(step, 'score', plan.fit);
  const { tx, actor } = step;
  const becomes = bandSql(sql`s.becomes`);
  // One pass over all leads for sums and rows alike: what was done with half a million is added up once.
  const found = await sql<{
    moves: { from: LeadClass; to: LeadClass; leads: number }[] | null;
    rows: Row[] | null;
  }>`
    with s as materialized (
      select t.id, t.score_band, t.score, ${scoreSql(step, plan)} as becomes
      from leads t ${touchesOfAll(step)}
      where t.org_id = ${actor.orgId}::uuid and t.deleted_at is null and ${isOpenLead}
    ), changing as (
      select t.id, t.company, u.name as owner, s.score_band as "from", ${becomes} as "to", null as place, s.score as was, s.becomes
      from s join leads t on t.org_id = ${actor.orgId}::uuid and t.id = s.id
      left join users u on u.org_id = t.org_id and u.id = t.owner_id
      where ${
        move
          ? sql`s.score_band = ${move.from}::text and ${becomes} = ${move.to}::text`
          : sql`s.score_band <> ${becomes}`
      } and ${recordVisible(actor, 'leads')} ${after ? sql`and s.id > ${after}::uuid` : sql``}
      order by s.id limit ${rowsShown}
    )
    select (select jsonb_agg(m) from (
        select s.score_band as "from", ${becomes} as "to", count(*) as leads from s group by 1, 2) m) as moves,
      (select jsonb_agg(c) from changing c) as rows`.execute(tx);
  const moves = new Map<string, { from: Letter; to: Letter; leads: number }>();
  for (const { from, to, leads } of found.rows[0]?.moves ?? []) addMove(moves, from, to, leads);
  return { ...summed(moves), rows: found.rows[0]?.rows ?? [] };
}

function addMove(
  moves: Map<string, { from: Letter; to: Letter; leads: number }>,
  from: Letter,
  to: Letter,
  leads: number,
): void {
  const key = `${from} ${to}`;
  moves.set(key, { from, to, leads: (moves.get(key)?.leads ?? 0) + leads });
}

function summed(moves: Map<string, { from: Letter; to: Letter; leads: number }>) {
  const all = [...moves.values()].sort((one, other) => other.leads - one.leads);
  const sum = (list: typeof all) => list.reduce((total, { leads }) => total + leads, 0);
  return { examined: sum(all), changed: sum(all.filter(({ from, to }) => from !== to)), moves: all };
}

/** The same sum as rules/scoring.ts, for half a million leads in one statement; a test holds both against each other. */
function scoreSql(step: Step, plan: Input<typeof contract.simulateScorePlan>['plan']): RawBuilder<number> {
  const fit = predicates(step, plan.fit).map(
    (holds, at) => sql`case when ${holds} then ${sql.lit(plan.fit[at]?.points ?? 0)} else 0 end`,
  );
  const touches = plan.touches.map(
    ({ kind, points, most }) => sql`least(${countOf(kind)}, ${sql.lit(most)}) * ${sql.lit(points)}`,
  );
  const earned = sql.join([sql`0`, ...fit, ...touches], sql` + `);
  const kept = sql`power(1 - ${sql.lit(plan.decayPercent)} / 100.0::float8, floor(${idleDays(step.now)} / ${sql.lit(plan.decayDays)}))`;
  return sql<number>`floor(greatest(0, least(100, ${earned})) * ${kept} + 0.5)::integer`;
}

function bandSql(score: RawBuilder<unknown>): RawBuilder<string> {
  const cases = scoreBands.map(
    (band) => sql`when ${score} >= ${sql.lit(bandFloors[band])} then ${sql.lit(band)}`,
  );
  return sql<string>`(case ${sql.join(cases, sql` `)} end)`;
}
