import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import { leadObject } from '../fields.ts';
import type { Lead } from '../model.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockHolders } from './import-leads.ts';
import { addHeld } from './places.ts';

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
  t.id, t.version, t.company, t.contact_name as "contactName", t.phone, t.email, t.uscc, t.title, t.channel, t.campaign,
  t.region, t.industry, t.registered_capital as "registeredCapital", t.staff_count as "staffCount",
  t.expected_amount as "expectedAmount", t.class, t.note, t.status, t.invalid_reason as "invalidReason",
  t.owner_id as "ownerId", t.owner_since as "ownerSince", t.pool_id as "poolId", t.pool_since as "poolSince",
  t.from_pool_id as "fromPoolId", t.contact_id as "contactId", t.opportunity_id as "opportunityId",
  t.nurture_since as "nurtureSince",
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
    where t.id = ${id}::uuid and t.deleted_at is not null and t.merged_into is null and ${scope} for update of t`.execute(
    tx,
  );
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead;
}

/** The same for other slices, whose own rules and rights have been checked: any live lead of the organisation. */
export async function lockAnyLead({ tx, actor }: Step, id: string): Promise<StoredLead> {
  const found = await sql<StoredLead>`
    select ${columns} from leads as t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null for update of t`.execute(
    tx,
  );
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead;
}

/**
 * Locks a lead together with the room of whoever holds it, in the order in which everybody takes these locks: people
 * first. Somebody who gets it in between is locked after it; the database unties the rare knot.
 */
export async function lockHeldLead(
  step: Step,
  id: string,
  also: readonly string[] = [],
  lock: typeof lockLead = lockLead,
): Promise<StoredLead> {
  const { tx, actor } = step;
  const found = await sql<{ ownerId: string | null }>`
    select owner_id as "ownerId" from leads where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(
    tx,
  );
  const owner = found.rows[0]?.ownerId;
  await lockHolders(step, [...new Set([...also, ...(owner ? [owner] : [])])].sort());
  return lock(step, id);
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
