import { type RawBuilder, sql } from 'kysely';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { recordVisible } from '#kernel/records.ts';
import { dayOf } from '#kernel/values/day.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import type { Clock, Exemption } from '../model.ts';
import { daysLeft } from '../rules/clock.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { exemptBy } from '../store/clock-sql.ts';
import { loadPolicy } from '../store/policy.ts';
import { loadLimits } from './rules.ts';

interface Found {
  readonly ruleId: string | null;
  readonly baseDay: string;
  readonly followed: boolean;
  readonly dueOn: string | null;
  readonly days: number | null;
  readonly exemptBy: Exemption | null;
}

/** What a lead `t` says of its clock, with what keeps it. */
function clockColumns(step: Step, set: RuleSet, today: string): RawBuilder<unknown> {
  return sql`t.recycle_rule_id as "ruleId", t.recycle_due_on as "dueOn", t.recycle_days as days,
    (greatest(t.owner_since, case when t.recycle_by = 'notFollowed' then t.last_effective_at end)
      at time zone t.recycle_zone)::date as "baseDay",
    (t.recycle_by = 'notFollowed' and t.last_effective_at > t.owner_since) is true as followed,
    ${exemptBy(step, set, today)} as "exemptBy"`;
}

function explain(found: Found, set: RuleSet, today: string): Clock | null {
  const rule = set.rules.find(({ id }) => id === found.ruleId);
  if (!rule || found.dueOn === null || found.days === null) return null;
  const byItself = found.dueOn === addedDays(found.baseDay, found.days + 1);
  return {
    ...{ ruleId: rule.id, ruleName: rule.name, trigger: rule.trigger, days: found.days, dueOn: found.dueOn },
    from: byItself ? (found.followed ? 'followed' : 'owned') : 'resumed',
    fromDay: found.baseDay,
    daysLeft: daysLeft(found.dueOn, today),
    exemptBy: found.exemptBy,
  };
}

function addedDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

interface Protected {
  readonly status: string;
  readonly ownerId: string | null;
  readonly until: string | null;
  readonly byName: string | null;
  readonly renewals: number;
  readonly held: number;
}

/** When one lead goes back and why, what keeps it, and whether the reader may protect it. */
export async function getLeadClock(
  { id }: Input<typeof contract.getLeadClock>,
  step: Step,
): Promise<Output<typeof contract.getLeadClock>> {
  const { actor, tx } = step;
  const policy = await loadPolicy(step);
  const today = dayOf(step.now, actor.org.zone);
  const set = policy.live ?? policy.draft;
  const found = await sql<Found & Protected>`
    select ${clockColumns(step, set, today)}, t.status, t.owner_id as "ownerId", t.protect_renewals as renewals,
      case when t.protected_owner_id = t.owner_id then t.protected_until end as until,
      (select u.name from users u where u.org_id = t.org_id and u.id = t.protected_by) as "byName",
      (select count(*) from leads l where l.org_id = t.org_id and l.owner_id = t.owner_id and l.protected_owner_id = t.owner_id
        and l.protected_until >= ${today}::date and l.deleted_at is null and l.status in ('pending', 'following')) as held
    from leads t where t.id = ${id}::uuid and ${recordVisible(actor, 'leads')}`.execute(tx);
  const lead = found.rows[0];
  if (!lead) throw notFound();
  const open = lead.status === 'pending' || lead.status === 'following';
  const mine = lead.ownerId === actor.id || may(actor, 'leads.assign');
  return {
    enabled: policy.enabled,
    clock: policy.enabled ? explain(lead, set, today) : null,
    protection: lead.until
      ? { until: lead.until, byName: lead.byName, renewals: lead.renewals, active: lead.until >= today }
      : null,
    limits: { ...(await loadLimits(step)), held: lead.held },
    mayProtect: open && lead.ownerId !== null && mine && may(actor, 'leads.update'),
  };
}

const soonAtMost = 200;

/** The reader's own leads that are due within some days, the nearest first; those that something keeps are not among them. */
export async function listDueSoon(
  { days }: Input<typeof contract.listDueSoon>,
  step: Step,
): Promise<Output<typeof contract.listDueSoon>> {
  const { actor, tx } = step;
  const policy = await loadPolicy(step);
  const today = dayOf(step.now, actor.org.zone);
  const mail = await wantsMail(step);
  if (!policy.enabled || policy.live === null)
    return { enabled: false, total: 0, tonight: 0, mail, items: [] };
  const set = policy.live;
  const found = await sql<
    Found & { id: string; name: string; class: string | null; total: number; tonight: number }
  >`
    select *, count(*) over () as total, count(*) filter (where "dueOn" <= ${today}::date + 1) over () as tonight from (
      select t.id, t.company as name, t.class, ${clockColumns(step, set, today)} from leads t
      where t.org_id = ${actor.orgId}::uuid and t.owner_id = ${actor.id}::uuid
        and t.recycle_due_on <= ${today}::date + ${days}::integer) as near
    where "exemptBy" is null order by "dueOn", id limit ${soonAtMost}`.execute(tx);
  return {
    enabled: true,
    total: found.rows[0]?.total ?? 0,
    tonight: found.rows[0]?.tonight ?? 0,
    mail,
    items: found.rows.flatMap((row) => {
      const clock = explain(row, set, today);
      return clock ? [{ ...clock, id: row.id, name: row.name, class: row.class }] : [];
    }),
  };
}

async function wantsMail({ tx, actor }: Step): Promise<boolean> {
  const found = await sql<{ mail: boolean }>`
    select coalesce(preferences -> 'recyclingMail' = 'true'::jsonb, false) as mail from users
    where org_id = ${actor.orgId}::uuid and id = ${actor.id}::uuid`.execute(tx);
  return found.rows[0]?.mail ?? false;
}
