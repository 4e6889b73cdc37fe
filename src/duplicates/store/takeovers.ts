import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { Takeover, TakeoverStatus } from '../model.ts';

const columns = sql`t.id, t.version, t.lead_id as "leadId", t.title, t.owner_id as "ownerId", t.manager_id as "managerId",
  t.requester_id as "requesterId", t.status, t.due_on as "dueOn", t.escalated_at as "escalatedAt"`;

export interface AskedLead {
  readonly id: string;
  readonly company: string;
  readonly ownerId: string | null;
  readonly status: string;
  readonly gone: boolean;
}

/** A lead of the organisation as asking for it needs to know it, whoever may see it. */
export async function holdAskedLead({ tx, actor }: Step, id: string): Promise<AskedLead> {
  const found = await sql<AskedLead>`
    select id, company, owner_id as "ownerId", status, deleted_at is not null as gone from leads
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid for share`.execute(tx);
  const lead = found.rows[0];
  if (!lead) throw notFound();
  return lead;
}

/** The leader nearest above a person who is not himself. */
export async function loadManager({ tx, actor }: Step, userId: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select above.leader_id as id from users me
    join teams mine on mine.org_id = me.org_id and mine.id = me.team_id
    join teams above on above.org_id = mine.org_id and above.id = any(mine.path)
    join users u on u.org_id = above.org_id and u.id = above.leader_id and u.status = 'active'
    where me.org_id = ${actor.orgId}::uuid and me.id = ${userId}::uuid and above.leader_id <> ${userId}::uuid
    order by cardinality(above.path) desc limit 1`.execute(tx);
  return found.rows[0]?.id ?? null;
}

/** Administrators who decide where there is no manager. */
export async function loadDeciders({ tx, actor }: Step): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct u.id from users u
    join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and r.key = 'admin'`.execute(tx);
  return found.rows.map((row) => row.id);
}

export interface NewTakeover {
  readonly id: string;
  readonly leadId: string;
  readonly title: string;
  readonly ownerId: string;
  readonly managerId: string | null;
  readonly reason: string;
  readonly dueOn: string;
}

/** Writes a request; false when the same person has one open for the lead. */
export async function insertTakeover({ tx, actor, now }: Step, one: NewTakeover): Promise<boolean> {
  const added = await sql`
    insert into takeovers (org_id, id, lead_id, title, owner_id, manager_id, requester_id, reason, status, due_on, created_at,
      created_by)
    values (${actor.orgId}::uuid, ${one.id}::uuid, ${one.leadId}::uuid, ${one.title}, ${one.ownerId}::uuid,
      ${one.managerId}::uuid, ${actor.id}::uuid, ${one.reason}, 'open', ${one.dueOn}::date, ${now}, ${actor.id}::uuid)
    on conflict (org_id, lead_id, requester_id) where status = 'open' do nothing returning id`.execute(tx);
  return added.rows.length > 0;
}

/** Locks a request the actor can see; 404 for any other. */
export async function lockTakeover({ tx, actor }: Step, id: string): Promise<Takeover> {
  const found = await sql<Takeover>`
    select ${columns} from takeovers as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'takeovers')} for update of t`.execute(tx);
  const request = found.rows[0];
  if (!request) throw notFound();
  return request;
}

/** Who holds the lead now, as far as it is still there. */
export async function loadPresentOwner({ tx, actor }: Step, leadId: string): Promise<string | null> {
  const found = await sql<{ ownerId: string | null }>`
    select owner_id as "ownerId" from leads where org_id = ${actor.orgId}::uuid and id = ${leadId}::uuid and deleted_at is null`.execute(
    tx,
  );
  return found.rows[0]?.ownerId ?? null;
}

export async function saveAnswer(
  { tx, actor, now }: Step,
  { id, version }: Pick<Takeover, 'id' | 'version'>,
  status: TakeoverStatus,
  note: string | null,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update takeovers set status = ${status}, decided_by = ${actor.id}::uuid, decided_at = ${now}, note = ${note},
      version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and version = ${version} returning version`.execute(
    tx,
  );
  const next = saved.rows[0]?.version;
  if (next === undefined) throw notFound();
  return next;
}

/** Open requests whose owner has let his days go by, locked; they are the manager's alone from now on. */
export async function escalateOverdue({ tx, actor, now }: Step, today: string): Promise<Takeover[]> {
  const found = await sql<Takeover>`
    update takeovers as t set escalated_at = ${now}, version = version + 1
    where t.org_id = ${actor.orgId}::uuid and t.status = 'open' and t.due_on < ${today}::date and t.escalated_at is null
    returning ${columns}`.execute(tx);
  return found.rows;
}
