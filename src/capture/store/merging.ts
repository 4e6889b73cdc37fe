import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

interface Moved {
  readonly id: string;
  readonly from: string;
}

export async function countSubmissionsOf({ tx, actor }: Step, leadIds: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from capture_submissions
    where org_id = ${actor.orgId}::uuid and lead_id = any(${leadIds}::uuid[])`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** What people left in forms stands with the lead that theirs has become part of. */
export async function moveSubmissionsTo(
  { tx, actor }: Step,
  from: readonly string[],
  to: string,
): Promise<Moved[]> {
  const moved = await sql<Moved>`
    with old as (select id, lead_id from capture_submissions
      where org_id = ${actor.orgId}::uuid and lead_id = any(${from}::uuid[]) for update)
    update capture_submissions s set lead_id = ${to}::uuid from old
    where s.org_id = ${actor.orgId}::uuid and s.id = old.id returning s.id, old.lead_id as "from"`.execute(
    tx,
  );
  return moved.rows;
}

export async function moveSubmissionsBack(
  { tx, actor }: Step,
  moved: readonly Moved[],
  winnerId: string,
): Promise<void> {
  await sql`
    update capture_submissions s set lead_id = r."from"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "from" uuid)
    where s.org_id = ${actor.orgId}::uuid and s.id = r.id and s.lead_id = ${winnerId}::uuid`.execute(tx);
}
