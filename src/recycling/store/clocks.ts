import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Trigger } from '../model.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { heldOpen, ofRule, ruleNumber, targetPool } from './clock-sql.ts';
import type { Policy } from './policy.ts';

/** What the rules in force say of a held lead, where that is not what its clock stands at. */
export interface ClockChange {
  readonly id: string;
  readonly ruleId: string | null;
  readonly by: Trigger | null;
  readonly days: number | null;
  readonly poolId: string;
  readonly notBefore: string | null;
}

/** The rule, its days and its base for lead `t`, as the columns of one lateral row after another. */
export function ruledLeads(step: Step, set: RuleSet): RawBuilder<unknown> {
  const { zone } = step.actor.org;
  const number = sql.ref('n.rule');
  return sql`
    cross join lateral (select ${targetPool(step)} as pool_id offset 0) as home
    cross join lateral (select ${ruleNumber(step, set, sql.ref('home.pool_id'))} as rule offset 0) as n
    cross join lateral (select
      (${ofRule(number, set, ({ days }) => sql`${sql.lit(days)}::integer`)})::integer as days,
      (${ofRule(number, set, ({ trigger }) => sql`${trigger}::text`)})::text as trigger,
      (${ofRule(number, set, ({ id }) => sql`${id}::uuid`)})::uuid as rule_id) as r
    cross join lateral (select
      (greatest(t.owner_since, case when r.trigger = 'notFollowed' then t.last_effective_at end)
        at time zone ${zone})::date as day) as base`;
}

/** The day before which lead `t` stays because of a pause: what it had left, from the day recycling is on again. */
export function notBefore(policy: Pick<Policy, 'pausedOn'>, today: string): RawBuilder<unknown> {
  if (policy.pausedOn === null) return sql`case when r.days is not null then t.recycle_not_before end`;
  return sql`case when r.days is not null then ${today}::date + case
    when t.recycle_left is null or base.day > ${policy.pausedOn}::date then r.days + 1 else t.recycle_left end end`;
}

/** Looks at some held leads under the rules in force; only those come back whose clock is to be set. */
export async function loadClockChanges(
  step: Step,
  policy: Policy & { readonly live: RuleSet },
  today: string,
  ids: readonly string[],
): Promise<ClockChange[]> {
  const found = await sql<ClockChange>`
    select t.id, r.rule_id as "ruleId", r.trigger as by, r.days, home.pool_id as "poolId",
      ${notBefore(policy, today)} as "notBefore"
    from leads t ${ruledLeads(step, policy.live)}
    where ${heldOpen(step)} and t.id = any(${ids}::uuid[])
      and (t.recycle_seen is distinct from ${policy.version} or t.recycle_rule_id is distinct from r.rule_id
        or t.recycle_days is distinct from r.days or t.recycle_by is distinct from r.trigger
        or t.recycle_zone is distinct from ${step.actor.org.zone} or t.recycle_pool_id is distinct from home.pool_id)`.execute(
    step.tx,
  );
  return found.rows;
}

/** The next held leads in the order of their ids. */
export async function nextHeld(step: Step, after: string | null, atMost: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select t.id from leads t where ${heldOpen(step)} ${after ? sql`and t.id > ${after}::uuid` : sql``}
    order by t.id limit ${atMost}`.execute(step.tx);
  return found.rows.map(({ id }) => id);
}
