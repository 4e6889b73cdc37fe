import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly company_key: string;
  readonly company_core: string;
  readonly grade: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly uscc: string | null;
  readonly channel: string | null;
  readonly staff_count: number | null;
  readonly registered_capital: string | null;
  readonly owner_id: string;
  readonly created_at: Date;
}

/** Adds many accounts in one statement; names, codes and owners are the caller's to have checked. */
export async function insertAccounts({ tx, actor }: Step, rows: readonly NewAccount[]): Promise<void> {
  await sql`
    insert into accounts (org_id, id, name, company_key, company_core, grade, industry, region, address, phone, website, uscc,
      channel, staff_count, registered_capital, owner_id, owner_since, created_at, created_by)
    select ${actor.orgId}::uuid, r.id, r.name, r.company_key, r.company_core, r.grade, r.industry, r.region, r.address, r.phone,
      r.website, r.uscc, r.channel, r.staff_count, r.registered_capital, r.owner_id, r.created_at, r.created_at, ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, company_key text, company_core text,
      grade text, industry text, region text, address text, phone text, website text, uscc text, channel text,
      staff_count integer, registered_capital numeric, owner_id uuid, created_at timestamptz)`.execute(tx);
}

export interface NewContact {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthday: string | null;
  readonly is_primary: boolean;
  readonly owner_id: string;
  readonly created_at: Date;
}

/** Adds many contacts in one statement; each must have the owner of its account. */
export async function insertContacts({ tx, actor }: Step, rows: readonly NewContact[]): Promise<void> {
  await sql`
    insert into contacts (org_id, id, account_id, name, title, role, phone, email, birthday, is_primary, owner_id, created_at,
      created_by)
    select ${actor.orgId}::uuid, r.id, r.account_id, r.name, r.title, r.role, r.phone, r.email, r.birthday, r.is_primary,
      r.owner_id, r.created_at, ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, account_id uuid, name text, title text, role text,
      phone text, email text, birthday date, is_primary boolean, owner_id uuid, created_at timestamptz)`.execute(
    tx,
  );
}
