import { type RawBuilder, sql } from 'kysely';
import { definitionFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { checkCondition } from '#kernel/conditions/check.ts';
import { conditionSql } from '#kernel/conditions/to-sql.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { type Field, objectNamed } from '#kernel/fields.ts';
import { type Exemption, exemptions } from '../model.ts';
import type { RecycleRule, RuleSet } from '../rules/rule-set.ts';

/** Fields a rule cannot ask for: they are what it decides. */
const decided = new Set(['recycleDueOn', 'daysLeft']);

/** The catalogue of leads as rules may ask it: with the organisation's own fields, without what rules decide. */
export function ruleCatalogue({ actor }: Pick<Step, 'actor'>) {
  const base = objectNamed('leads');
  if (!base) throw new Error('the slice of leads is not composed');
  const definition = definitionFor(actor, base);
  // Every lead is looked at: an index of bigrams would only cost.
  const fields = definition.fields.filter((field) => !decided.has(field.key)).map(withoutGrams);
  return { ...definition, fields };
}

function withoutGrams(field: Field): Field {
  return { ...field, grams: false };
}

/** What is wrong with a rule's condition, as its writer is told. */
export function conditionProblems(step: Pick<Step, 'actor'>, condition: Condition) {
  return checkCondition(condition, ruleCatalogue(step), {});
}

/** Rules that can be read; one that asks for a field that is gone fits no lead and is shown as broken. */
export function readableRules(step: Pick<Step, 'actor'>, set: RuleSet): RecycleRule[] {
  const catalogue = ruleCatalogue(step);
  return set.rules.filter(
    ({ condition }) => condition === null || checkCondition(condition, catalogue, {}).length === 0,
  );
}

/** A held lead that recycling can concern, alias `t`. */
export function heldOpen({ actor }: Pick<Step, 'actor'>): RawBuilder<boolean> {
  return sql<boolean>`(t.org_id = ${actor.orgId}::uuid and t.owner_id is not null and t.deleted_at is null
    and t.status in ('pending', 'following'))`;
}

/** The place of the first rule that fits lead `t`, null for none; `pool` is the column of the pool it would go to. */
export function ruleNumber(step: Step, set: RuleSet, pool: RawBuilder<unknown>): RawBuilder<number | null> {
  const { actor, now } = step;
  const catalogue = ruleCatalogue(step);
  const moment = { actorId: '', now, zone: actor.org.zone };
  const whens = readableRules(step, set).map((rule) => {
    const parts = [sql`true`];
    if (rule.poolIds.length > 0) parts.push(sql`${pool} = any(${[...rule.poolIds]}::uuid[])`);
    if (rule.condition) parts.push(sql`${conditionSql(rule.condition, catalogue, moment)}`);
    return sql`when ${sql.join(parts, sql` and `)} then ${sql.lit(set.rules.indexOf(rule))}::integer`;
  });
  if (whens.length === 0) return sql<number | null>`null::integer`;
  return sql<number | null>`case ${sql.join(whens, sql` `)} end`;
}

/** A value of the rule with that number: its days, its trigger, its id. */
export function ofRule(
  number: RawBuilder<unknown>,
  set: RuleSet,
  value: (rule: RecycleRule) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (set.rules.length === 0) return sql`null`;
  const whens = set.rules.map((rule, index) => sql`when ${sql.lit(index)} then ${value(rule)}`);
  return sql`case ${number} ${sql.join(whens, sql` `)} end`;
}

/**
 * The pool a held lead `t` would go to: the open one it came from, else the one with the fewest people that its owner is
 * in, else the default one. There always is one.
 */
export function targetPool({ actor }: Pick<Step, 'actor'>): RawBuilder<string> {
  const org = sql`${actor.orgId}::uuid`;
  const people = sql`(select count(*) from users w left join teams y on y.org_id = w.org_id and y.id = w.team_id
    where w.org_id = ${org} and exists (select 1 from lead_pool_scopes c where c.org_id = ${org} and c.pool_id = p.id and (
      c.kind = 'user' and c.ref_id = w.id or c.kind = 'team' and c.ref_id = any(y.path) or c.kind = 'role' and exists (
        select 1 from user_roles z where z.org_id = ${org} and z.user_id = w.id and z.role_id = c.ref_id))))`;
  return sql<string>`coalesce(
    (select p.id from lead_pools p where p.org_id = ${org} and p.id = t.from_pool_id and p.active),
    (select p.id from lead_pools p where p.org_id = ${org} and p.active and exists (
      select 1 from lead_pool_scopes s where s.org_id = ${org} and s.pool_id = p.id and not s.is_admin and case s.kind
        when 'user' then s.ref_id = t.owner_id
        when 'role' then exists (select 1 from user_roles x where x.org_id = ${org} and x.user_id = t.owner_id
          and x.role_id = s.ref_id)
        else exists (select 1 from users x join teams y on y.org_id = x.org_id and y.id = x.team_id
          where x.org_id = ${org} and x.id = t.owner_id and s.ref_id = any(y.path)) end)
      order by ${people}, p.id limit 1),
    (select p.id from lead_pools p where p.org_id = ${org} and p.is_default))`;
}

/** What counts as an effective follow-up: as leads keep it in `last_effective_at` (leads/store/follow-ups.ts). */
const effective = sql`case a.kind when 'call' then coalesce(a.connected, false) when 'visit' then true when 'meeting' then true
  when 'message' then a.result = any(array['interested', 'booked', 'later', 'refused', 'wrongPerson']) is true
  else char_length(trim(coalesce(a.content, ''))) >= 10 end`;

/** A follow-up of lead `t` that its clock has not heard of yet: written a moment ago, the reaction still to come. */
export function freshlyFollowed(): RawBuilder<boolean> {
  return sql<boolean>`(t.recycle_by = 'notFollowed' and exists (
    select 1 from activities a where a.org_id = t.org_id and a.subject_id = t.id and a.deleted_at is null
      and not a.backdated and a.happened_at > greatest(t.owner_since, t.last_effective_at) and ${effective}))`;
}

/** A contact planned a moment ago that lead `t` itself has not heard of yet. */
export function freshlyPlanned(step: Step, set: RuleSet, today: string): RawBuilder<boolean> {
  if (!set.exemptions.includes('plan')) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from next_contacts n where n.org_id = t.org_id and n.subject_id = t.id
    and n.closed_at is null and ${planned(step, set, today, sql.ref('n.due_at'))})`;
}

function planned(
  { now, actor }: Step,
  set: RuleSet,
  today: string,
  at: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(${at} > ${now}::timestamptz
    and (${at} at time zone ${actor.org.zone})::date <= ${today}::date + ${set.planDays}::integer)`;
}

/**
 * Why lead `t` stays although it is due, null when nothing keeps it. Deals, contracts and money are those of an account
 * of the same company that the same person holds: looked up once per lead, and mostly there is none.
 */
export function exemptBy(step: Step, set: RuleSet, today: string): RawBuilder<Exemption | null> {
  const org = sql`${step.actor.orgId}::uuid`;
  const own: Partial<Record<Exemption, RawBuilder<unknown>>> = {
    protected: sql`t.protected_owner_id = t.owner_id and t.protected_until >= ${today}::date`,
    plan: planned(step, set, today, sql.ref('t.next_contact_at')),
    nurture: sql`t.nurture_since is not null and t.next_contact_at > ${step.now}::timestamptz`,
    approval: sql`t.id in (select v.subject_id from approvals v
      where v.org_id = ${org} and v.status = 'pending' and v.subject_object = 'leads')`,
  };
  const ofCompany: Partial<Record<Exemption, RawBuilder<unknown>>> = {
    approval: sql`exists (select 1 from contracts k join approvals v on v.org_id = k.org_id and v.subject_id = k.id
      where k.org_id = ${org} and k.account_id = any(its.ids) and v.status = 'pending' and v.subject_object = 'contracts')`,
    openDeal: sql`exists (select 1 from opportunities o join opportunity_stages s on s.org_id = o.org_id and s.key = o.stage
      where o.org_id = ${org} and o.account_id = any(its.ids) and o.status = 'open' and o.deleted_at is null and s.position > 2)`,
    contract: sql`exists (select 1 from contracts k where k.org_id = ${org} and k.deleted_at is null
      and k.account_id = any(its.ids) and (k.status = 'inApproval' or (k.status = 'active' and k.ends_on >= ${today}::date)))`,
    unpaid: sql`exists (select 1 from receivables r where r.org_id = ${org} and r.allocated < r.amount
      and r.account_id = any(its.ids))`,
  };
  const whens = (reasons: typeof own) =>
    exemptions
      .filter((one) => set.exemptions.includes(one) && reasons[one])
      .map((one) => sql`when ${reasons[one]} then ${one}::text`);
  const [first, second] = [whens(own), whens(ofCompany)];
  const byCompany =
    second.length > 0
      ? sql`(select case ${sql.join(second, sql` `)} end from (select array_agg(a.id) as ids from accounts a
          where a.org_id = ${org} and a.company_key = t.company_key and a.owner_id = t.owner_id and a.deleted_at is null
            and t.company_key <> '') as its where its.ids is not null)`
      : sql`null::text`;
  return first.length > 0
    ? sql<Exemption | null>`case ${sql.join(first, sql` `)} else ${byCompany} end`
    : sql<Exemption | null>`${byCompany}`;
}
