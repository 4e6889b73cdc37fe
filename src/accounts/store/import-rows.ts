import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

/** Live accounts of the organisation with these credit codes or comparable names. */
export async function findAccountsByKeys(
  { tx, actor }: Step,
  codes: readonly string[],
  names: readonly string[],
): Promise<{ id: string; uscc: string | null; companyKey: string }[]> {
  const alive = sql`org_id = ${actor.orgId}::uuid and deleted_at is null`;
  const found = await sql<{ id: string; uscc: string | null; companyKey: string }>`
    select id, uscc, company_key as "companyKey" from accounts where ${alive} and uscc = any(${codes}::text[])
    union
    select id, uscc, company_key as "companyKey" from accounts where ${alive} and company_key = any(${names}::text[])`.execute(
    tx,
  );
  return found.rows;
}

export interface ContactKeys {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Live contacts of the organisation with these phones or addresses, or at these accounts. */
export async function findContactsByKeys(
  { tx, actor }: Step,
  phones: readonly string[],
  emails: readonly string[],
  accountIds: readonly string[],
): Promise<ContactKeys[]> {
  const columns = sql`id, account_id as "accountId", name, phone, email`;
  const alive = sql`org_id = ${actor.orgId}::uuid and deleted_at is null`;
  const found = await sql<ContactKeys>`
    select ${columns} from contacts where ${alive} and phone is not null and phone = any(${phones}::text[])
    union select ${columns} from contacts where ${alive} and email is not null and email = any(${emails}::text[])
    union select ${columns} from contacts where ${alive} and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  );
  return found.rows;
}

export interface ContactHome {
  readonly id: string;
  readonly ownerId: string;
  readonly hasPrimary: boolean;
}

/** Locks the accounts that new contacts go to, in one order for everybody. */
export async function lockContactHomes(
  { tx, actor }: Step,
  ids: readonly string[],
): Promise<Map<string, ContactHome>> {
  const found = await sql<ContactHome>`
    select a.id, a.owner_id as "ownerId", exists (select 1 from contacts c where c.org_id = a.org_id
      and c.account_id = a.id and c.is_primary and c.deleted_at is null) as "hasPrimary"
    from accounts a where a.org_id = ${actor.orgId}::uuid and a.id = any(${ids}::uuid[]) and a.deleted_at is null
    order by a.id for update of a`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}
