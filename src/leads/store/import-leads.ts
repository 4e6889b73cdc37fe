import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { isOpen } from '../rules/lead-states.ts';
import { poolTakes } from './pools.ts';

/** The pools an importer may put leads into, the default one first. */
export async function loadImportPools({
  tx,
  actor,
}: Step): Promise<{ id: string; name: string; isDefault: boolean }[]> {
  const found = await sql<{ id: string; name: string; isDefault: boolean }>`
    select p.id, p.name, p.is_default as "isDefault" from lead_pools p
    where p.org_id = ${actor.orgId}::uuid and ${poolTakes(actor)}
    order by p.is_default desc, p.name`.execute(tx);
  return found.rows;
}

/** Locks how many open leads these people hold, in one order for everybody. */
export async function lockHolders(
  { tx, actor }: Step,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  await sql`
    insert into lead_holders (org_id, user_id)
    select ${actor.orgId}::uuid, u.id from unnest(${userIds}::uuid[]) as u(id) order by u.id on conflict do nothing`.execute(
    tx,
  );
  const found = await sql<{ userId: string; held: number }>`
    select user_id as "userId", held from lead_holders
    where org_id = ${actor.orgId}::uuid and user_id = any(${userIds}::uuid[]) order by user_id for update`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.userId, row.held]));
}

interface LeadKey {
  readonly id: string;
  readonly mobileKey: string | null;
  readonly email: string | null;
  readonly companyKey: string;
  readonly contactName: string | null;
  readonly uscc: string | null;
}

/** Live leads of the organisation that share a mobile, an address, a credit code or a company name with a file. */
export async function findLeadsByKeys(
  { tx, actor }: Step,
  keys: {
    readonly mobiles: readonly string[];
    readonly emails: readonly string[];
    readonly companies: readonly string[];
    readonly usccs?: readonly string[];
  },
): Promise<LeadKey[]> {
  const usccs = keys.usccs ?? [];
  // Separate index scans joined: one condition with `or` would read the whole table.
  const columns = sql`id, mobile_key as "mobileKey", email, company_key as "companyKey", contact_name as "contactName", uscc`;
  const alive = sql`org_id = ${actor.orgId}::uuid and deleted_at is null`;
  const found = await sql<LeadKey>`
    select ${columns} from leads where ${alive} and mobile_key = any(${keys.mobiles}::text[])
    union select ${columns} from leads where ${alive} and email is not null and email = any(${keys.emails}::text[])
    union select ${columns} from leads where ${alive} and company_key = any(${keys.companies}::text[])
    ${usccs.length > 0 ? sql`union select ${columns} from leads where ${alive} and uscc = any(${usccs}::text[])` : sql``}`.execute(
    tx,
  );
  return found.rows;
}

/**
 * Moves imported leads to the bin that nobody has touched: same version, never contacted, still waiting. Their
 * holders' counts go down with them. Returns the ids of those that went.
 */
export async function removeUntouched(
  step: Step,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<Set<string>> {
  const { tx, actor, now } = step;
  const ids = rows.map((row) => row.id);
  const owners = await sql<{ ownerId: string }>`
    select distinct owner_id as "ownerId" from leads
    where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[]) and owner_id is not null`.execute(tx);
  await lockHolders(
    step,
    owners.rows.map((row) => row.ownerId),
  );
  const locked = await sql`
    select 1 from leads where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  );
  if (locked.rows.length === 0) return new Set();
  const gone = await sql<{ id: string; ownerId: string | null }>`
    update leads t set deleted_at = ${now}, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version integer)
    where t.org_id = ${actor.orgId}::uuid and t.id = r.id and t.version = r.version and t.deleted_at is null
      and t.last_activity_at is null and t.status in ('unassigned', 'pending')
    returning t.id, t.owner_id as "ownerId"`.execute(tx);
  await lowerHeld(
    step,
    gone.rows.flatMap((row) => row.ownerId ?? []),
  );
  return new Set(gone.rows.map((row) => row.id));
}

async function lowerHeld({ tx, actor }: Step, ownerIds: readonly string[]): Promise<void> {
  if (ownerIds.length === 0) return;
  await sql`
    update lead_holders h set held = h.held - g.n
    from (select u.id, count(*)::integer as n from unnest(${ownerIds}::uuid[]) as u(id) group by u.id) as g
    where h.org_id = ${actor.orgId}::uuid and h.user_id = g.id`.execute(tx);
}

/** Whether a locked lead may still be changed. */
export function isChangeable(row: Readonly<Record<string, unknown>>): boolean {
  return isOpen(row.status as Parameters<typeof isOpen>[0]) || row.status === 'invalid';
}
