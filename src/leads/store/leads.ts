import { sql } from 'kysely';
import { scopeOf, visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import { leadObject } from '../fields.ts';
import type { Lead, PastOwnership, PlaceCause, PoolPolicy } from '../model.ts';
import { isOpen } from '../rules/lead-states.ts';

/** A lead with every stored value under its catalogue key, as commands need it. */
export type StoredLead = Lead & {
  readonly [key: string]: unknown;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly title: string | null;
  readonly channel: string;
  readonly industry: string | null;
  readonly region: string | null;
  readonly custom: Record<string, unknown>;
};

const columns = sql`
  t.id, t.version, t.company, t.contact_name as "contactName", t.phone, t.email, t.title, t.channel, t.campaign,
  t.region, t.industry, t.registered_capital as "registeredCapital", t.staff_count as "staffCount",
  t.expected_amount as "expectedAmount", t.class, t.note, t.status, t.invalid_reason as "invalidReason",
  t.owner_id as "ownerId", t.owner_since as "ownerSince", t.pool_id as "poolId", t.pool_since as "poolSince",
  t.captured_at as "capturedAt", t.account_id as "accountId", t.custom, t.created_at as "createdAt"`;

/** Locks a lead the actor can see; 404 for any other. Take the holder's lock first: widest first. */
export async function lockLead({ tx, actor }: Step, id: string): Promise<StoredLead> {
  const found = await sql<StoredLead>`
    select ${columns} from leads as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'leads')}
    for update of t`.execute(tx);
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead;
}

/** Locks a deleted lead within the actor's scope, for restoring it. */
export async function lockDeletedLead({ tx, actor }: Step, id: string): Promise<StoredLead> {
  const scope = visibleTo(actor, { ...leadObject, softDelete: false });
  const found = await sql<StoredLead>`
    select ${columns} from leads as t
    where t.id = ${id}::uuid and t.deleted_at is not null and ${scope} for update of t`.execute(tx);
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead;
}

/** Locks everything a person holds, oldest first: for the hand-over of a leaver. */
export async function lockLeadsOf({ tx, actor }: Step, userId: string): Promise<StoredLead[]> {
  const found = await sql<StoredLead>`
    select ${columns} from leads as t
    where t.org_id = ${actor.orgId}::uuid and t.owner_id = ${userId}::uuid and t.deleted_at is null
    order by t.id for update of t`.execute(tx);
  return found.rows;
}

/** Locks how many open leads a person holds: everything that counts against the cap passes here, one at a time. */
export async function lockHolder({ tx, actor }: Step, userId: string): Promise<number> {
  await sql`
    insert into lead_holders (org_id, user_id) values (${actor.orgId}::uuid, ${userId}::uuid)
    on conflict do nothing`.execute(tx);
  const found = await sql<{ held: number }>`
    select held from lead_holders where org_id = ${actor.orgId}::uuid and user_id = ${userId}::uuid
    for update`.execute(tx);
  return found.rows[0]?.held ?? 0;
}

/** The person a lead may be given to: an active user of this organisation. Refuses (422) anybody else. */
export async function loadNewOwner({ tx, actor }: Step, userId: string): Promise<void> {
  const found = await sql`
    select 1 from users where org_id = ${actor.orgId}::uuid and id = ${userId}::uuid and status = 'active'`.execute(
    tx,
  );
  if (found.rows.length === 0) throw badInput([{ field: 'ownerId', code: 'unknown_reference' }]);
}

export async function loadPolicy({ tx, actor }: Step, poolId: string | null): Promise<PoolPolicy> {
  const found = await sql<PoolPolicy>`
    select coalesce(p.daily_quota, 0) as "dailyQuota", coalesce(p.cooldown_days, 0) as "cooldownDays",
      coalesce(c.private_cap, 50) as "privateCap"
    from (select 1) as one
    left join lead_pools p on p.org_id = ${actor.orgId}::uuid and p.id = ${poolId}::uuid
    left join lead_policies c on c.org_id = ${actor.orgId}::uuid`.execute(tx);
  return found.rows[0] ?? { dailyQuota: 0, cooldownDays: 0, privateCap: 50 };
}

export async function countClaimsSince({ tx, actor }: Step, userId: string, since: Date): Promise<number> {
  const found = await sql<{ claims: number }>`
    select count(*) as claims from lead_places
    where org_id = ${actor.orgId}::uuid and owner_id = ${userId}::uuid and cause = 'claimed' and since >= ${since}`.execute(
    tx,
  );
  return found.rows[0]?.claims ?? 0;
}

export async function loadPastOwnerships({ tx, actor }: Step, leadId: string): Promise<PastOwnership[]> {
  const found = await sql<PastOwnership>`
    select owner_id as "ownerId", until from lead_places
    where org_id = ${actor.orgId}::uuid and lead_id = ${leadId}::uuid and owner_id is not null and until is not null`.execute(
    tx,
  );
  return found.rows;
}

/** The pool a lead goes to: the one asked for, if the actor may put leads there, else the default one. */
export async function loadTargetPool(
  { tx, actor }: Step,
  poolId: string | null | undefined,
): Promise<string> {
  const found = await sql<{ id: string }>`
    select p.id from lead_pools p
    where p.org_id = ${actor.orgId}::uuid and ${
      poolId
        ? sql`p.id = ${poolId}::uuid and (${scopeOf(actor, 'leads') === 'all'} or p.open_to_all or exists (
      select 1 from lead_pool_members m where m.org_id = p.org_id and m.pool_id = p.id and m.user_id = ${actor.id}::uuid))`
        : sql`p.is_default`
    }`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw badInput([{ field: 'poolId', code: 'unknown_reference' }]);
  return pool.id;
}

/**
 * Who took the lead and when, for the sentence the loser of a race reads. Only for a lead that left a pool of
 * the actor's within the last day: of any other lead he may not even learn that it exists.
 */
export async function loadWinner(
  { tx, actor, now }: Step,
  leadId: string,
): Promise<{ by: string; at: Date } | null> {
  const found = await sql<{ by: string; at: Date }>`
    select u.name as by, here.since as at
    from lead_places here
    join lead_places before on before.org_id = here.org_id and before.lead_id = here.lead_id and before.seq = here.seq - 1
    join lead_pools p on p.org_id = before.org_id and p.id = before.pool_id
    join users u on u.org_id = here.org_id and u.id = here.owner_id
    where here.org_id = ${actor.orgId}::uuid and here.lead_id = ${leadId}::uuid and here.until is null
      and here.since > ${now}::timestamptz - interval '1 day'
      and (p.open_to_all or exists (select 1 from lead_pool_members m
        where m.org_id = p.org_id and m.pool_id = p.id and m.user_id = ${actor.id}::uuid))`.execute(tx);
  return found.rows[0] ?? null;
}

export interface NewPlace {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly cause: PlaceCause;
  readonly reason?: string | null;
}

/** Starts the chain of places of a new lead, and counts it with its holder. */
export async function saveFirstPlace(step: Step, leadId: string, place: NewPlace): Promise<void> {
  await insertPlace(step, leadId, 1, place);
  if (place.ownerId) await addHeld(step, place.ownerId, 1);
}

/**
 * Moves a lead: the one door for every path. Closes the open place, opens the next, sets owner or pool and
 * keeps both holders' counts. The caller holds the locks; the version guard is here, in the lowest write.
 */
export async function savePlace(
  step: Step,
  lead: Lead,
  place: NewPlace,
  status: Lead['status'],
): Promise<number> {
  const { tx, actor, now } = step;
  const seq = await sql<{ seq: number }>`
    update lead_places set until = ${now}
    where org_id = ${actor.orgId}::uuid and lead_id = ${lead.id}::uuid and until is null returning seq`.execute(
    tx,
  );
  await insertPlace(step, lead.id, (seq.rows[0]?.seq ?? 0) + 1, place);
  const saved = await sql<{ version: number }>`
    update leads set owner_id = ${place.ownerId}::uuid, owner_since = ${place.ownerId ? now : null}::timestamptz,
      pool_id = ${place.poolId}::uuid, pool_since = ${place.poolId ? now : null}::timestamptz,
      status = ${status}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${lead.id}::uuid and version = ${lead.version}
      and owner_id is not distinct from ${lead.ownerId}::uuid
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  if (lead.ownerId && isOpen(lead.status)) await addHeld(step, lead.ownerId, -1);
  if (place.ownerId && isOpen(status)) await addHeld(step, place.ownerId, 1);
  return version;
}

/** Changes the state without moving the lead; open and closed differ in what counts against the cap. */
export async function saveStatus(
  step: Step,
  lead: Lead,
  status: Lead['status'],
  more: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const sets = Object.entries(more).map(([column, value]) => sql`, ${sql.ref(column)} = ${value}`);
  const saved = await sql<{ version: number }>`
    update leads set status = ${status}, version = version + 1 ${sql.join(sets, sql``)}
    where org_id = ${step.actor.orgId}::uuid and id = ${lead.id}::uuid and version = ${lead.version}
    returning version`.execute(step.tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  const difference = Number(isOpen(status)) - Number(isOpen(lead.status));
  if (lead.ownerId && difference !== 0) await addHeld(step, lead.ownerId, difference);
  return version;
}

export async function addHeld({ tx, actor }: Step, userId: string, difference: number): Promise<void> {
  await sql`
    insert into lead_holders (org_id, user_id, held) values (${actor.orgId}::uuid, ${userId}::uuid, greatest(${difference}::integer, 0))
    on conflict (org_id, user_id) do update set held = lead_holders.held + ${difference}::integer`.execute(
    tx,
  );
}

async function insertPlace(
  { tx, actor, now }: Step,
  leadId: string,
  seq: number,
  place: NewPlace,
): Promise<void> {
  await sql`
    insert into lead_places (org_id, lead_id, seq, owner_id, pool_id, since, cause, reason, actor_id)
    values (${actor.orgId}::uuid, ${leadId}::uuid, ${seq}, ${place.ownerId}::uuid, ${place.poolId}::uuid, ${now},
      ${place.cause}, ${place.reason ?? null}, ${actor.id}::uuid)`.execute(tx);
}

/** Writes what an activity means for its lead; an older activity never moves the clock back. */
export async function saveFollowUps(
  { tx, actor }: Step,
  activities: readonly { subjectId: string; happenedAt: string; nextContactAt: string | null }[],
): Promise<void> {
  const rows = activities.map((one, turn) => ({
    ...{ id: one.subjectId, turn, at: one.happenedAt, next: one.nextContactAt },
  }));
  await sql`
    with said as (
      select id, max(at) as at, (array_agg(at order by turn))[1] as first,
        (array_agg(next order by at desc, turn desc))[1] as next
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, turn int, at timestamptz, next timestamptz)
      group by id
    ), held as (
      select l.id from leads l where l.org_id = ${actor.orgId}::uuid and l.id in (select id from said)
      order by l.id for no key update
    )
    update leads l set
      first_response_at = coalesce(l.first_response_at, s.first),
      last_activity_at = greatest(l.last_activity_at, s.at),
      next_contact_at = case when l.last_activity_at is null or s.at >= l.last_activity_at then s.next
        else l.next_contact_at end,
      status = case when l.status = 'pending' then 'following' else l.status end
    from said s join held on held.id = s.id
    where l.org_id = ${actor.orgId}::uuid and l.id = s.id`.execute(tx);
}

export async function saveNextContact(
  { tx, actor }: Step,
  leadId: string,
  dueAt: string | null,
): Promise<void> {
  await sql`
    update leads set next_contact_at = ${dueAt}::timestamptz
    where org_id = ${actor.orgId}::uuid and id = ${leadId}::uuid`.execute(tx);
}
