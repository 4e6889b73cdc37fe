import { type RawBuilder, sql } from 'kysely';
import { type Actor, may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import { requireRecord } from '#kernel/records.ts';
import type * as contract from './contract.ts';
import { approvalObject } from './fields.ts';
import type { ApprovalSnapshot } from './model.ts';

/** Beside who asked, an approval is seen by whoever decides or decided it. */
export function takesPart(actor: Actor): RawBuilder<unknown> {
  return sql`(t.approver_id = ${actor.id}::uuid or t.decided_by = ${actor.id}::uuid)`;
}

export const approvalSource: ListSource = { definition: approvalObject, also: takesPart };

/** One approval with what it was asked with, and what this person may do about it. */
export async function getApproval(
  { id }: Input<typeof contract.getApproval>,
  step: Step,
): Promise<Output<typeof contract.getApproval>> {
  const { row, names } = await readRow(approvalObject, id, step);
  const { actor, tx } = step;
  const found = await sql<{ object: string; subjectId: string; snapshot: ApprovalSnapshot }>`
    select subject_object as object, subject_id as "subjectId", snapshot
    from approvals where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
  const stored = found.rows[0];
  const open = row.status === 'pending';
  return {
    approval: row as Output<typeof contract.getApproval>['approval'],
    names,
    subject: { object: stored?.object ?? '', id: stored?.subjectId ?? id },
    reasons: [...(stored?.snapshot.reasons ?? [])],
    facts: [...(stored?.snapshot.facts ?? [])],
    may: {
      decide: open && row.approverId === actor.id && may(actor, 'approvals.decide'),
      withdraw: open && row.requesterId === actor.id,
    },
  };
}

/** How one record was decided on, newest first; whoever sees the record sees this. */
export async function listApprovalsOf(
  { object, subjectId }: Input<typeof contract.listApprovalsOf>,
  step: Step,
): Promise<Output<typeof contract.listApprovalsOf>> {
  await requireRecord(step, object, subjectId);
  const { actor, tx } = step;
  const found = await sql<{
    id: string;
    status: 'pending' | 'approved' | 'rejected' | 'withdrawn';
    requesterName: string;
    approverName: string;
    comment: string | null;
    requestedAt: Date;
    decidedAt: Date | null;
    mine: boolean;
  }>`
    select a.id, a.status, r.name as "requesterName", p.name as "approverName", a.comment,
      a.requested_at as "requestedAt", a.decided_at as "decidedAt", a.approver_id = ${actor.id}::uuid as mine
    from approvals a
    join users r on r.org_id = a.org_id and r.id = a.requester_id
    join users p on p.org_id = a.org_id and p.id = a.approver_id
    where a.org_id = ${actor.orgId}::uuid and a.subject_object = ${object} and a.subject_id = ${subjectId}::uuid
    order by a.requested_at desc, a.id desc limit 50`.execute(tx);
  return {
    items: found.rows.map((row) => ({
      ...row,
      requestedAt: row.requestedAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    })),
  };
}
