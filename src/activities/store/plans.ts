import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { Subject } from '../model.ts';

export interface OpenPlan {
  readonly id: string;
  readonly dueAt: Date;
  readonly slips: number;
  readonly note: string | null;
}

/** Closes what was planned for a record, if anything; the caller holds the record's lock. */
export async function closePlan(
  { tx, actor, now }: Step,
  subjectId: string,
  outcome: 'done' | 'moved' | 'dropped',
): Promise<OpenPlan | null> {
  const closed = await sql<OpenPlan>`
    update next_contacts set closed_at = ${now}, outcome = ${outcome}
    where org_id = ${actor.orgId}::uuid and subject_id = ${subjectId}::uuid and closed_at is null
    returning id, due_at as "dueAt", slips, note`.execute(tx);
  return closed.rows[0] ?? null;
}

export async function openPlan(
  { tx, actor, now }: Step,
  subject: Subject,
  plan: { dueAt: Date; note: string | null; slips: number },
): Promise<string> {
  const id = newId();
  await sql`
    insert into next_contacts (org_id, id, owner_id, subject_object, subject_id, subject_name, account_id, due_at, note, slips,
      created_at, created_by)
    values (${actor.orgId}::uuid, ${id}::uuid, ${subject.ownerId ?? actor.id}::uuid, ${subject.object}, ${subject.id}::uuid,
      ${subject.name}, ${subject.accountId}::uuid, ${plan.dueAt}, ${plan.note}, ${plan.slips}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
  return id;
}

/** What is planned for a record goes to its new owner; without one, or when it is over, it is dropped. */
export async function savePlanOwner(
  { tx, actor, now }: Step,
  subjectId: string,
  ownerId: string | null,
): Promise<void> {
  await sql`
    update next_contacts set
      owner_id = coalesce(${ownerId}::uuid, owner_id),
      closed_at = case when ${ownerId}::uuid is null then ${now}::timestamptz end,
      outcome = case when ${ownerId}::uuid is null then 'dropped' end
    where org_id = ${actor.orgId}::uuid and subject_id = ${subjectId}::uuid and closed_at is null`.execute(
    tx,
  );
}

/** A converted lead's plan becomes the plan of its account, unless that has one of its own. Returns the account. */
export async function movePlan(
  { tx, actor }: Step,
  from: string,
  to: readonly string[],
): Promise<{ accountId: string; dueAt: Date } | null> {
  const moved = await sql<{ accountId: string; dueAt: Date }>`
    update next_contacts n set subject_object = 'accounts', subject_id = a.id, subject_name = a.name, account_id = a.id
    from accounts a
    where n.org_id = ${actor.orgId}::uuid and n.subject_id = ${from}::uuid and n.closed_at is null
      and a.org_id = n.org_id and a.id = any(${to}::uuid[])
      and not exists (select 1 from next_contacts o
        where o.org_id = a.org_id and o.subject_id = a.id and o.closed_at is null)
    returning a.id as "accountId", n.due_at as "dueAt"`.execute(tx);
  return moved.rows[0] ?? null;
}

/** The plan that went to an account comes back to the record it was made for. Returns when it is due. */
export async function returnPlan(
  { tx, actor }: Step,
  { object, id, name, from }: { object: string; id: string; name: string; from: readonly string[] },
): Promise<Date | null> {
  const moved = await sql<{ dueAt: Date }>`
    update next_contacts n set subject_object = ${object}, subject_id = ${id}::uuid, subject_name = ${name}, account_id = null
    where n.org_id = ${actor.orgId}::uuid and n.subject_id = any(${from}::uuid[]) and n.closed_at is null
      and not exists (select 1 from next_contacts o
        where o.org_id = n.org_id and o.subject_id = ${id}::uuid and o.closed_at is null)
    returning n.due_at as "dueAt"`.execute(tx);
  return moved.rows[0]?.dueAt ?? null;
}

/** What a leaver had planned is his successor's. */
export async function savePlansOf({ tx, actor }: Step, from: string, to: string): Promise<void> {
  await sql`
    update next_contacts set owner_id = ${to}::uuid
    where org_id = ${actor.orgId}::uuid and owner_id = ${from}::uuid and closed_at is null`.execute(tx);
}

export interface NewPlan {
  readonly subject: Subject;
  readonly ownerId: string;
  readonly dueAt: Date;
  readonly note: string | null;
  readonly plannedAt: Date;
  /** When it was done; null while it is open. */
  readonly doneAt: Date | null;
}

/** Writes many plans of the past and present in one go; what was open for their subjects counts as done. */
export async function savePlans({ tx, actor, now }: Step, plans: readonly NewPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const records = plans.map((plan) => ({
    id: newId(),
    owner_id: plan.ownerId,
    subject_object: plan.subject.object,
    subject_id: plan.subject.id,
    subject_name: plan.subject.name,
    account_id: plan.subject.accountId,
    due_at: plan.dueAt,
    note: plan.note,
    created_at: plan.plannedAt,
    closed_at: plan.doneAt,
  }));
  await sql`
    update next_contacts set closed_at = ${now}, outcome = 'done'
    where org_id = ${actor.orgId}::uuid and closed_at is null
      and subject_id = any(${plans.map((plan) => plan.subject.id)}::uuid[])`.execute(tx);
  await sql`
    insert into next_contacts (org_id, id, owner_id, subject_object, subject_id, subject_name, account_id, due_at, note,
      created_at, created_by, closed_at, outcome)
    select ${actor.orgId}::uuid, r.id, r.owner_id, r.subject_object, r.subject_id, r.subject_name, r.account_id, r.due_at, r.note,
      r.created_at, ${actor.id}::uuid, r.closed_at, case when r.closed_at is not null then 'done' end
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(id uuid, owner_id uuid, subject_object text, subject_id uuid,
      subject_name text, account_id uuid, due_at timestamptz, note text, created_at timestamptz, closed_at timestamptz)`.execute(
    tx,
  );
}
