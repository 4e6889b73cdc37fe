import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Exemption } from '../model.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { exemptBy, heldOpen, ofRule, ruleNumber, targetPool } from './clock-sql.ts';
import type { Policy } from './policy.ts';

/** What falls due for one person in one of the nights, and whether something keeps it. */
export interface DueCount {
  readonly ownerId: string;
  /** 0 is the first night, with everything overdue. */
  readonly night: number;
  readonly exempt: Exemption | null;
  readonly leads: number;
  readonly classA: number;
}

export interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly ruleId: string;
  readonly from: 'followed' | 'owned' | 'resumed';
  readonly fromDay: string;
  readonly days: number;
  readonly dueOn: string;
  readonly class: string | null;
  readonly already: boolean;
}

export interface Simulated {
  readonly ruled: number;
  readonly due: readonly DueCount[];
  readonly rows: readonly SampleRow[];
}

interface Ask {
  readonly today: string;
  readonly firstNight: string;
  readonly nights: number;
  readonly ownerId: string | undefined;
  readonly rows: 'all' | 'new' | 'classA';
}

const rowsAtMost = 100;

/**
 * What a set of rules would do to everything held now: one pass over the leads, exemptions looked up only for what falls
 * due within the nights asked for. Nothing is written.
 */
export async function simulateSet(
  step: Step,
  set: RuleSet,
  policy: Pick<Policy, 'pausedOn'>,
  { today, firstNight, nights, ownerId, rows }: Ask,
): Promise<Simulated> {
  const { zone } = step.actor.org;
  const number = sql.ref('n.rule');
  const pool = set.rules.some(({ poolIds }) => poolIds.length > 0) ? targetPool(step) : sql`null::uuid`;
  const stays =
    policy.pausedOn === null
      ? sql`t.recycle_not_before`
      : sql`${today}::date + case when t.recycle_left is null or base.day > ${policy.pausedOn}::date
          then r.days + 1 else t.recycle_left end`;
  const found = await sql<Simulated>`
    with ruled as materialized (
      select t.id, t.owner_id, t.class, (t.recycle_due_on <= ${firstNight}::date) is true as already, n.rule, base.day, base.followed, r.days,
        greatest(base.day + r.days + 1, ${stays}) as due_on
      from leads t
      cross join lateral (select ${pool} as pool_id offset 0) as home
      cross join lateral (select ${ruleNumber(step, set, sql.ref('home.pool_id'))} as rule offset 0) as n
      cross join lateral (select
        (${ofRule(number, set, ({ days }) => sql`${sql.lit(days)}::integer`)})::integer as days,
        (${ofRule(number, set, ({ trigger }) => sql`${trigger}::text`)})::text as trigger) as r
      cross join lateral (select
        (greatest(t.owner_since, case when r.trigger = 'notFollowed' then t.last_effective_at end)
          at time zone ${zone})::date as day,
        (r.trigger = 'notFollowed' and t.last_effective_at > t.owner_since) is true as followed) as base
      where ${heldOpen(step)} and n.rule is not null
    ), due as materialized (
      select u.*, greatest(0, u.due_on - ${firstNight}::date) as night, ${exemptBy(step, set, firstNight)} as exempt
      from ruled u join leads t on t.org_id = ${step.actor.orgId}::uuid and t.id = u.id
      where u.due_on < ${firstNight}::date + ${nights}::integer
    )
    select (select count(*) from ruled)::integer as ruled,
      coalesce((select jsonb_agg(g) from (
        select owner_id as "ownerId", night, exempt, count(*) as leads, count(*) filter (where class = 'A') as "classA"
        from due group by 1, 2, 3 order by 1, 2, 3) as g), '[]'::jsonb) as due,
      coalesce((select jsonb_agg(s) from (
        select d.id, l.company as name, d.owner_id as "ownerId", d.day as "fromDay", d.days, d.due_on as "dueOn", d.class, d.already,
          case when d.due_on > d.day + d.days + 1 then 'resumed' when d.followed then 'followed' else 'owned' end as "from",
          (${ofRule(sql.ref('d.rule'), set, ({ id }) => sql`${id}::uuid`)})::uuid as "ruleId"
        from due d join leads l on l.org_id = ${step.actor.orgId}::uuid and l.id = d.id
        where d.exempt is null and d.night = 0 ${ownerId ? sql`and d.owner_id = ${ownerId}::uuid` : sql``}
          ${rows === 'new' ? sql`and not d.already` : rows === 'classA' ? sql`and d.class = 'A'` : sql``}
        order by d.due_on, d.id limit ${rowsAtMost}) as s), '[]'::jsonb) as rows`.execute(step.tx);
  return found.rows[0] ?? { ruled: 0, due: [], rows: [] };
}

/** The same for the rules in force, by the clocks as they stand. */
export async function countLive(
  step: Step,
  set: RuleSet,
  { firstNight, nights }: Pick<Ask, 'firstNight' | 'nights'>,
): Promise<DueCount[]> {
  const found = await sql<DueCount>`
    select owner_id as "ownerId", night, exempt, count(*) as leads, 0 as "classA" from (
      select t.owner_id, greatest(0, t.recycle_due_on - ${firstNight}::date) as night,
        ${exemptBy(step, set, firstNight)} as exempt
      from leads t where t.org_id = ${step.actor.orgId}::uuid
        and t.recycle_due_on < ${firstNight}::date + ${nights}::integer) as due
    group by 1, 2, 3`.execute(step.tx);
  return found.rows;
}

/** How many open leads each person holds. */
export async function loadHeld({ tx, actor }: Step): Promise<Map<string, number>> {
  const found = await sql<{ userId: string; held: number }>`
    select user_id as "userId", held from lead_holders where org_id = ${actor.orgId}::uuid and held > 0`.execute(
    tx,
  );
  return new Map(found.rows.map(({ userId, held }) => [userId, held]));
}

/** Names of people, for the rows that tell of them. */
export async function loadNames(
  { tx, actor }: Step,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${actor.orgId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
}
