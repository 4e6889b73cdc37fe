import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { Approval, ApprovalSnapshot, ApprovalStatus } from './model.ts';
import type { ApproverSearch, LeaderAbove } from './rules/choosing-approver.ts';

/** An approval with the names its refusals mention. */
export type StoredApproval = Approval & {
  readonly approverName: string;
  readonly decidedByName: string | null;
};

const columns = sql`
  t.id, t.version, t.kind, t.subject_object as "subjectObject", t.subject_id as "subjectId", t.title, t.reference,
  t.amount, t.currency, t.requester_id as "requesterId", t.approver_id as "approverId", t.status,
  t.requested_at as "requestedAt", t.snapshot ->> 'contentHash' as "contentHash",
  (select u.name from users u where u.org_id = t.org_id and u.id = t.approver_id) as "approverName",
  (select u.name from users u where u.org_id = t.org_id and u.id = t.decided_by) as "decidedByName"`;

/** Locks an approval the actor can see; 404 for any other. Decisions on one question pass here one at a time. */
export async function lockApproval({ tx, actor }: Step, id: string): Promise<StoredApproval> {
  const found = await sql<StoredApproval>`
    select ${columns} from approvals as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'approvals')} for update of t`.execute(tx);
  const approval = found.rows[0];
  if (!approval) throw notFound();
  return approval;
}

/** Locks every open question that waits for a person. */
export async function lockWaitingFor({ tx, actor }: Step, userId: string): Promise<StoredApproval[]> {
  const found = await sql<StoredApproval>`
    select ${columns} from approvals as t
    where t.org_id = ${actor.orgId}::uuid and t.approver_id = ${userId}::uuid and t.status = 'pending'
    order by t.id for update of t`.execute(tx);
  return found.rows;
}

/** The leaders above a person, nearest first, and the administrators who decide where there is none. */
export async function loadApproverSearch({ tx, actor }: Step, requesterId: string): Promise<ApproverSearch> {
  const leaders = await sql<LeaderAbove>`
    select above.leader_id as "userId", u.status = 'active' as active, exists (
        select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
        where ur.org_id = u.org_id and ur.user_id = u.id and 'approvals.decide' = any(r.permissions)) as "mayDecide"
    from users me
    join teams mine on mine.org_id = me.org_id and mine.id = me.team_id
    join teams above on above.org_id = mine.org_id and above.id = any(mine.path)
    join users u on u.org_id = above.org_id and u.id = above.leader_id
    where me.org_id = ${actor.orgId}::uuid and me.id = ${requesterId}::uuid
    order by cardinality(above.path) desc`.execute(tx);
  const fallbacks = await sql<{ id: string }>`
    select distinct u.id, u.created_at from users u
    join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and r.key = 'admin'
      and 'approvals.decide' = any(r.permissions)
    order by u.created_at, u.id`.execute(tx);
  return { requesterId, leadersAbove: leaders.rows, fallbacks: fallbacks.rows.map((row) => row.id) };
}

export interface NewApproval {
  readonly id: string;
  readonly kind: string;
  readonly subjectObject: string;
  readonly subjectId: string;
  readonly title: string;
  readonly reference: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly snapshot: ApprovalSnapshot;
  readonly requesterId: string;
  readonly approverId: string;
}

/** Writes a new question. The unique index lets one record have one open question only. */
export async function insertApproval({ tx, actor, now }: Step, one: NewApproval): Promise<void> {
  const inserted = await sql`
    insert into approvals (org_id, id, kind, subject_object, subject_id, title, reference, amount, currency, snapshot,
      requester_id, approver_id, requested_at, created_at, created_by)
    values (${actor.orgId}::uuid, ${one.id}::uuid, ${one.kind}, ${one.subjectObject}, ${one.subjectId}::uuid,
      ${one.title}, ${one.reference}, ${one.amount}, ${one.currency}, ${JSON.stringify(one.snapshot)}::jsonb,
      ${one.requesterId}::uuid, ${one.approverId}::uuid, ${now}, ${now}, ${actor.id}::uuid)
    on conflict (org_id, subject_object, subject_id) where status = 'pending' do nothing`.execute(tx);
  if (inserted.numAffectedRows === 0n) throw new Refusal('rule', 'already_asked');
}

/** Closes an open question; the guard is in the statement, so a second decision can never be written. */
export async function closeApproval(
  { tx, actor, now }: Step,
  approval: Approval,
  status: Exclude<ApprovalStatus, 'pending'>,
  comment: string | null,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update approvals set status = ${status}, comment = ${comment}, decided_at = ${now}, decided_by = ${actor.id}::uuid,
      version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${approval.id}::uuid and status = 'pending'
      and (${status} = 'withdrawn' or (approver_id = ${actor.id}::uuid and requester_id <> ${actor.id}::uuid))
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw new Refusal('rule', 'already_decided', { detail: { by: '' } });
  return version;
}

export async function saveApprover({ tx, actor }: Step, id: string, approverId: string): Promise<void> {
  await sql`
    update approvals set approver_id = ${approverId}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and status = 'pending'`.execute(tx);
}
