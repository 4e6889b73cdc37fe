import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { ProtectionState } from '../rules/protecting.ts';
import { lockHolders } from './import-leads.ts';

/** What the rules of recycling say of one lead: which rule, how many days, where to. */
export interface RecycleClock {
  readonly id: string;
  readonly ruleId: string | null;
  readonly by: 'notFollowed' | 'notConverted' | null;
  readonly days: number | null;
  readonly poolId: string | null;
  readonly notBefore: string | null;
}

/** Writes the clocks of many leads in one statement; the day itself is derived from them by the database. */
export async function saveRecycleClocks(
  { tx, actor }: Step,
  rows: readonly RecycleClock[],
  seen: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    with said as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, "ruleId" uuid, by text, days integer, "poolId" uuid, "notBefore" date)
    ), held as (
      select l.id from leads l where l.org_id = ${actor.orgId}::uuid and l.id in (select id from said)
      order by l.id for no key update
    )
    update leads l set recycle_rule_id = s."ruleId", recycle_by = s.by, recycle_days = s.days,
      recycle_zone = ${actor.org.zone}, recycle_pool_id = s."poolId", recycle_not_before = s."notBefore",
      recycle_left = null, recycle_seen = ${seen}
    from said s join held on held.id = s.id
    where l.org_id = ${actor.orgId}::uuid and l.id = s.id`.execute(tx);
}

/** Stops the clocks of leads after `after`, so many at once, keeping the days that were left; returns the last one. */
export async function stopRecycleClocks(
  { tx, actor }: Step,
  { after, pausedOn, atMost }: { after: string | null; pausedOn: string; atMost: number },
): Promise<string | null> {
  const stopped = await sql<{ id: string }>`
    with next as (
      select id, recycle_due_on from leads
      where org_id = ${actor.orgId}::uuid and recycle_days is not null
        ${after ? sql`and id > ${after}::uuid` : sql``}
      order by id limit ${atMost} for no key update
    )
    update leads l set recycle_left = n.recycle_due_on - ${pausedOn}::date, recycle_days = null, recycle_rule_id = null,
      recycle_by = null, recycle_not_before = null
    from next n where l.org_id = ${actor.orgId}::uuid and l.id = n.id returning l.id`.execute(tx);
  return stopped.rows.reduce<string | null>((last, { id }) => (last !== null && last > id ? last : id), null);
}

export interface DueLead {
  readonly id: string;
  readonly ownerId: string;
  readonly status: 'pending' | 'following';
  readonly dueOn: string;
  readonly poolId: string;
  readonly ruleId: string | null;
}

/**
 * Locks leads that are due, holders first; what somebody else is working on is left out, and so is what is not due any
 * more: a follow-up or a new owner that came first has moved its day. A pool that is gone is replaced by the default one.
 */
export async function lockDueLeads(
  step: Step,
  wanted: readonly { readonly id: string; readonly ownerId: string }[],
  night: string,
): Promise<DueLead[]> {
  const { tx, actor } = step;
  await lockHolders(step, [...new Set(wanted.map((one) => one.ownerId))]);
  const found = await sql<DueLead>`
    select t.id, t.owner_id as "ownerId", t.status, t.recycle_due_on as "dueOn", t.recycle_rule_id as "ruleId",
      coalesce((select p.id from lead_pools p where p.org_id = t.org_id and p.id = t.recycle_pool_id and p.active),
        (select p.id from lead_pools p where p.org_id = t.org_id and p.is_default)) as "poolId"
    from leads t join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, "ownerId" uuid)
      on w.id = t.id and w."ownerId" = t.owner_id
    where t.org_id = ${actor.orgId}::uuid and t.recycle_due_on <= ${night}::date
    order by t.id for update of t skip locked`.execute(tx);
  return found.rows;
}

/** Moves locked leads from their owners to pools in three statements: the way, the rows, the holders' counts. */
export async function saveRecycled(
  { tx, actor, now }: Step,
  moves: readonly {
    readonly id: string;
    readonly ownerId: string;
    readonly poolId: string;
    readonly ruleId: string | null;
    readonly note: string;
  }[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = JSON.stringify(moves);
  const said = sql`jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "ownerId" uuid, "poolId" uuid, "ruleId" uuid, note text)`;
  await sql`
    with closed as (
      update lead_places p set until = ${now} from ${said}
      where p.org_id = ${actor.orgId}::uuid and p.lead_id = r.id and p.until is null
      returning p.lead_id, p.seq, r."ownerId", r."poolId", r."ruleId", r.note
    )
    insert into lead_places (org_id, lead_id, seq, pool_id, since, cause, reason, note, rule_id, actor_id, previous_owner_id)
    select ${actor.orgId}::uuid, lead_id, seq + 1, "poolId", ${now}, 'recycled', 'recycled', note, "ruleId",
      ${actor.id}::uuid, "ownerId" from closed`.execute(tx);
  await sql`
    update leads t set owner_id = null, owner_since = null, previous_owner_id = r."ownerId",
      pool_id = r."poolId", pool_since = ${now}, return_reason = 'recycled', return_note = r.note,
      returned_by = ${actor.id}::uuid, returned_at = ${now}, times_returned = t.times_returned + 1,
      nurture_days = null, nurture_since = null, nurture_note = null, status = 'unassigned', version = t.version + 1
    from ${said} where t.org_id = ${actor.orgId}::uuid and t.id = r.id`.execute(tx);
  await sql`
    update lead_holders h set held = h.held - g.n
    from (select "ownerId", count(*)::integer as n from ${said} group by 1) as g
    where h.org_id = ${actor.orgId}::uuid and h.user_id = g."ownerId"`.execute(tx);
}

/** Who holds a lead the actor can see, so that his row is locked before the lead's; 404 for any other. */
export async function loadOwner({ tx, actor }: Step, id: string): Promise<string | null> {
  const found = await sql<{ ownerId: string | null }>`
    select t.owner_id as "ownerId" from leads t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'leads')}`.execute(tx);
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead.ownerId;
}

/** What is known of a lead's protection, and how many its owner has; the caller holds the owner's and the lead's lock. */
export async function loadProtection(
  { tx, actor, now }: Step,
  { leadId, ownerId }: { leadId: string; ownerId: string },
): Promise<ProtectionState> {
  const found = await sql<ProtectionState>`
    select (select count(*) from leads l where l.org_id = t.org_id and l.owner_id = t.owner_id
        and l.protected_owner_id = t.owner_id and l.protected_until >= d.today and l.deleted_at is null
        and l.status in ('pending', 'following') and l.id <> t.id) as others,
      t.protected_owner_id = t.owner_id and t.protected_until >= d.today is true as active,
      case when t.protected_owner_id = t.owner_id then t.protect_renewals + 1 else 0 end as times,
      coalesce(c.protected_at_most, 5) as "atMost", coalesce(c.protect_days, 90) as "daysAtMost",
      coalesce(c.protect_renewals, 2) as "renewalsAtMost"
    from leads t
    cross join (select (${now}::timestamptz at time zone ${actor.org.zone})::date as today) as d
    left join lead_policies c on c.org_id = t.org_id
    where t.org_id = ${actor.orgId}::uuid and t.id = ${leadId}::uuid and t.owner_id = ${ownerId}::uuid`.execute(
    tx,
  );
  const state = found.rows[0];
  if (!state) throw new Error('the caller has locked a held lead');
  return { ...state, active: state.active ?? false };
}

/** Protects a lead for its present owner, or with `until` null takes the protection away; its count of times stays. */
export async function saveProtection(
  { tx, actor, now }: Step,
  {
    leadId,
    ownerId,
    until,
    renewals,
  }: { leadId: string; ownerId: string; until: string | null; renewals?: number },
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update leads set protected_until = ${until}::date, protected_owner_id = ${ownerId}::uuid,
      protected_at = ${until ? now : null}::timestamptz, protected_by = ${until ? actor.id : null}::uuid,
      protect_renewals = coalesce(${renewals ?? null}::integer, protect_renewals), version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${leadId}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? 1;
}

export interface ProtectionPolicy {
  readonly atMost: number;
  readonly daysAtMost: number;
  readonly renewalsAtMost: number;
}

/** Writes how many leads a person may protect, for how long, and how often again. */
export async function saveProtectionPolicy({ tx, actor }: Step, policy: ProtectionPolicy): Promise<void> {
  await sql`
    insert into lead_policies (org_id, protected_at_most, protect_days, protect_renewals)
    values (${actor.orgId}::uuid, ${policy.atMost}, ${policy.daysAtMost}, ${policy.renewalsAtMost})
    on conflict (org_id) do update set protected_at_most = excluded.protected_at_most,
      protect_days = excluded.protect_days, protect_renewals = excluded.protect_renewals`.execute(tx);
}
