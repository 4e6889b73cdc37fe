import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { conditionSql } from '#kernel/conditions/to-sql.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { type TouchKind, touchKinds } from '../model.ts';
import { leadDefinition } from './rule-sets.ts';

/** The conditions of a rule set as predicates over leads, alias `t`. */
export function predicates(
  step: Step,
  rules: readonly { readonly condition: Condition }[],
): RawBuilder<boolean>[] {
  const moment = { actorId: step.actor.id, now: step.now, zone: step.actor.org.zone };
  const definition = leadDefinition(step);
  return rules.map(({ condition }) => conditionSql(condition, definition, moment));
}

/** The place of the first rule that a lead meets, null when it meets none. */
export function firstHit(
  step: Step,
  rules: readonly { readonly condition: Condition }[],
): RawBuilder<number | null> {
  if (rules.length === 0) return sql<null>`null::integer`;
  const cases = predicates(step, rules).map((holds, at) => sql`when ${holds} then ${sql.lit(at)}`);
  return sql<number | null>`(case ${sql.join(cases, sql` `)} end)`;
}

/** A lead that is still open: its grades follow the rules. What has ended keeps the grades it had. */
export const isOpenLead = sql<boolean>`t.status in ('unassigned', 'pending', 'following')`;

/** Set by hand: no rule goes over it. */
export const isPinned = sql<boolean>`(t.class is not null and t.class_rule_id is null)`;

/** Messages count when they reached somebody, notes when they say something. */
const doneCounts = sql`
  count(*) filter (where a.kind = 'call' and a.connected)::integer as "callConnected",
  count(*) filter (where a.kind = 'call' and a.connected is false)::integer as "callMissed",
  count(*) filter (where a.kind = 'visit')::integer as visit,
  count(*) filter (where a.kind = 'meeting')::integer as meeting,
  count(*) filter (where a.kind = 'message' and a.connected is not false)::integer as "messageReply",
  count(*) filter (where a.kind = 'note' and char_length(a.content) >= 10)::integer as note,
  max(a.happened_at) as last_at`;
const cameCounts = sql`count(*) filter (where f.method = 'form')::integer as "formSubmit", max(f.at) as last_at`;

/** What was done with a lead before a moment (an expression over `t`), counted by kind, and when the last of it was. */
export function touchesBefore(before: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select ${doneCounts} from activities a
      where a.org_id = t.org_id and a.subject_id = t.id and a.deleted_at is null and a.happened_at < ${before}
    ) as done on true
    left join lateral (
      select ${cameCounts} from lead_touches f
      where f.org_id = t.org_id and f.lead_id = t.id and f.at < ${before}
    ) as came on true`;
}

/** The same for all leads at once: added up in one go instead of lead by lead. */
export function touchesOfAll({ actor, now }: Step): RawBuilder<unknown> {
  return sql`
    left join (
      select a.subject_id, ${doneCounts} from activities a
      where a.org_id = ${actor.orgId}::uuid and a.subject_object = 'leads' and a.deleted_at is null and a.happened_at < ${now}
      group by a.subject_id
    ) as done on done.subject_id = t.id
    left join (
      select f.lead_id, ${cameCounts} from lead_touches f
      where f.org_id = ${actor.orgId}::uuid and f.at < ${now} group by f.lead_id
    ) as came on came.lead_id = t.id`;
}

/** How often something happened; a lead that came by a form has sent one, whether its touch was kept or not. */
export function countOf(kind: TouchKind): RawBuilder<number> {
  return kind === 'formSubmit'
    ? sql<number>`greatest(coalesce(came."formSubmit", 0), (t.capture_method = 'form')::integer)`
    : sql<number>`coalesce(${sql.ref(`done.${kind}`)}, 0)`;
}

export const touchColumns = sql`jsonb_build_object(${sql.join(
  touchKinds.map((kind) => sql`${sql.lit(kind)}, ${countOf(kind)}`),
)}) as touches`;

/** What the model reads of a lead, beside the touches. */
export const factColumns = sql`
  t.channel, t.industry, t.region, t.capture_method as "captureMethod", t.registered_capital as "registeredCapital",
  t.staff_count as "staffCount", t.expected_amount as "expectedAmount", t.email is not null as "hasEmail",
  t.phone is not null as "hasPhone", t.title is not null as "hasTitle", t.campaign is not null as "hasCampaign"`;

/** Days without anything happening, until now or until the lead ended. */
export function idleDays(now: Date): RawBuilder<number> {
  return sql<number>`(greatest(0, extract(epoch from
    case t.status when 'converted' then t.converted_at when 'invalid' then coalesce(t.last_activity_at, t.captured_at)
      else ${now}::timestamptz end
    - greatest(t.captured_at, t.last_activity_at, done.last_at, came.last_at)) / 86400))::float8`;
}
