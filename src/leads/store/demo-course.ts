import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { InvalidReason, LeadStatus } from '../model.ts';

/** What happened to a demo lead after it came in. */
export interface DemoCourse {
  readonly id: string;
  readonly status: LeadStatus;
  readonly lastActivityAt?: Date | null;
  readonly nextContactAt?: Date | null;
  readonly invalidReason?: InvalidReason;
  readonly convertedAt?: Date;
  readonly accountId?: string;
}

export interface SeededAccount {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly industry: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly createdAt: Date;
}

/** The customers that the accounts slice has seeded before us. */
export async function loadSeededAccounts({ tx, actor }: Step): Promise<SeededAccount[]> {
  const found = await sql<SeededAccount>`
    select a.id, a.name, a.owner_id as "ownerId", a.industry, a.region, a.channel, a.created_at as "createdAt"
    from accounts a where a.org_id = ${actor.orgId}::uuid order by a.created_at, a.id`.execute(tx);
  return found.rows;
}

/** Writes how the leads fared; those that ended no longer count for their holder. */
export async function saveDemoCourse({ tx, actor }: Step, courses: readonly DemoCourse[]): Promise<void> {
  await sql`
    with course as (
      select * from jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) as r(id uuid, status text, "lastActivityAt" timestamptz,
        "nextContactAt" timestamptz, "invalidReason" text, "convertedAt" timestamptz, "accountId" uuid)
    ), moved as (
      update leads l set status = c.status, last_activity_at = c."lastActivityAt", last_effective_at = c."lastActivityAt",
        first_response_at = c."lastActivityAt", next_contact_at = c."nextContactAt", invalid_reason = c."invalidReason", converted_at = c."convertedAt",
        account_id = c."accountId", version = version + case when c.status in ('invalid', 'converted') then 1 else 0 end
      from course c where l.org_id = ${actor.orgId}::uuid and l.id = c.id
      returning l.owner_id, c.status
    )
    update lead_holders h set held = h.held - ended.n
    from (select owner_id, count(*)::integer as n from moved where status in ('invalid', 'converted') group by owner_id) as ended
    where h.org_id = ${actor.orgId}::uuid and h.user_id = ended.owner_id`.execute(tx);
  const converted = courses.flatMap(({ id, accountId, convertedAt }) =>
    accountId && convertedAt ? [{ conversion: newId(), id, accountId, at: convertedAt }] : [],
  );
  await sql`
    insert into lead_conversions (org_id, id, lead_id, account_id, account_made, contact_made, status_before, at)
    select ${actor.orgId}::uuid, r.conversion, r.id, r."accountId", false, false, 'following', r.at
    from jsonb_to_recordset(${JSON.stringify(converted)}::jsonb)
      as r(conversion uuid, id uuid, "accountId" uuid, at timestamptz)`.execute(tx);
}
