import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { newId } from '#kernel/values/id.ts';
import type { LeadStatus } from '../model.ts';
import type { Hanging } from '../rules/converting.ts';

export interface Conversion {
  readonly id: string;
  readonly accountId: string;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly accountMade: boolean;
  readonly contactMade: boolean;
  readonly statusBefore: LeadStatus;
  readonly at: Date;
}

export async function insertConversion(
  { tx, actor, now }: Step,
  leadId: string,
  made: Omit<Conversion, 'id' | 'at'>,
): Promise<void> {
  await sql`
    insert into lead_conversions (org_id, id, lead_id, account_id, contact_id, opportunity_id, account_made, contact_made,
      status_before, at, by_id)
    values (${actor.orgId}::uuid, ${newId()}::uuid, ${leadId}::uuid, ${made.accountId}::uuid, ${made.contactId}::uuid,
      ${made.opportunityId}::uuid, ${made.accountMade}, ${made.contactMade}, ${made.statusBefore}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

/** The conversion of a locked lead that stands. */
export async function loadConversion({ tx, actor }: Step, leadId: string): Promise<Conversion | null> {
  const found = await sql<Conversion>`
    select id, account_id as "accountId", contact_id as "contactId", opportunity_id as "opportunityId",
      account_made as "accountMade", contact_made as "contactMade", status_before as "statusBefore", at
    from lead_conversions
    where org_id = ${actor.orgId}::uuid and lead_id = ${leadId}::uuid and undone_at is null for update`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

export async function closeConversion({ tx, actor, now }: Step, id: string): Promise<void> {
  await sql`
    update lead_conversions set undone_at = ${now}, undone_by = ${actor.id}::uuid
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

/**
 * What hangs on what a conversion made. The account and the deal are locked first, so that nothing can be hung on them
 * while we look.
 */
export async function loadHanging({ tx, actor }: Step, leadId: string, made: Conversion): Promise<Hanging> {
  const org = sql`${actor.orgId}::uuid`;
  const { accountId, contactId, opportunityId, accountMade, contactMade } = made;
  await sql`select 1 from accounts where org_id = ${org} and id = ${accountId}::uuid for update`.execute(tx);
  await sql`select 1 from opportunities where org_id = ${org} and id = ${opportunityId}::uuid for update`.execute(
    tx,
  );
  const found = await sql<Hanging>`
    select
      (select count(*) from activities a where a.org_id = ${org} and a.deleted_at is null and a.subject_id <> ${leadId}::uuid
        and (a.subject_id = ${opportunityId}::uuid or ${accountMade} and a.subject_id = ${accountId}::uuid
          or ${contactMade} and a.subject_id = ${contactId}::uuid)) as activities,
      (select count(*) from contacts c where ${accountMade} and c.org_id = ${org} and c.account_id = ${accountId}::uuid
        and c.deleted_at is null and (${contactId}::uuid is null or c.id <> ${contactId}::uuid)) as contacts,
      (select count(*) from opportunities o where o.org_id = ${org} and o.deleted_at is null
        and (${opportunityId}::uuid is null or o.id <> ${opportunityId}::uuid)
        and (${accountMade} and o.account_id = ${accountId}::uuid
          or ${contactMade} and o.contact_id = ${contactId}::uuid)) as opportunities,
      (select count(*) from contracts c where c.org_id = ${org}
        and (${accountMade} and c.account_id = ${accountId}::uuid or c.opportunity_id = ${opportunityId}::uuid)) as contracts,
      (select count(*) from leads l where ${accountMade} and l.org_id = ${org} and l.account_id = ${accountId}::uuid
        and l.id <> ${leadId}::uuid) as leads,
      (select greatest(count(*) - 1, 0) from opportunity_moves m
        where m.org_id = ${org} and m.opportunity_id = ${opportunityId}::uuid) as moves`.execute(tx);
  return found.rows[0] ?? { activities: 0, contacts: 0, opportunities: 0, contracts: 0, leads: 0, moves: 0 };
}

export interface ContactMatch {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly reason: 'phone' | 'email' | 'name';
}

/** People we know already under this phone, address, or name and company: those the actor may see. */
export async function findContacts(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  wanted: { phone: string | null; email: string | null; name: string | null; accountIds: readonly string[] },
): Promise<ContactMatch[]> {
  const { phone, email, name, accountIds } = wanted;
  const found = await sql<ContactMatch>`
    select t.id, t.name, t.account_id as "accountId", a.name as "accountName",
      case when t.phone = ${phone} then 'phone' when t.email = ${email} then 'email' else 'name' end as reason
    from contacts t join accounts a on a.org_id = t.org_id and a.id = t.account_id and a.deleted_at is null
    where ${recordVisible(actor, 'contacts')} and t.deleted_at is null
      and (t.phone = ${phone} or t.email = ${email} or (t.name = ${name} and t.account_id = any(${accountIds}::uuid[])))
    order by case when t.phone = ${phone} then 1 when t.email = ${email} then 2 else 3 end, t.created_at limit 10`.execute(
    tx,
  );
  return found.rows;
}

/** The same person within one account: by mobile, by address, else by name where nothing speaks against it. */
export async function findContactIn(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  accountId: string,
  wanted: { phone: string | null; email: string | null; name: string | null },
): Promise<string | null> {
  const { phone, email, name } = wanted;
  const found = await sql<{ id: string }>`
    select t.id from contacts t
    where t.org_id = ${actor.orgId}::uuid and t.account_id = ${accountId}::uuid and t.deleted_at is null
      and (t.phone = ${phone} or t.email = ${email}
        or (t.name = ${name} and (t.phone is null or ${phone}::text is null) and (t.email is null or ${email}::text is null)))
    order by case when t.phone = ${phone} then 1 when t.email = ${email} then 2 else 3 end, t.created_at limit 1`.execute(
    tx,
  );
  return found.rows[0]?.id ?? null;
}

/** The account of a contact that somebody wants to link to; null when there is no such contact. */
export async function accountOfContact({ tx, actor }: Step, contactId: string): Promise<string | null> {
  const found = await sql<{ accountId: string }>`
    select t.account_id as "accountId" from contacts t
    where t.id = ${contactId}::uuid and ${recordVisible(actor, 'contacts')} and t.deleted_at is null`.execute(
    tx,
  );
  return found.rows[0]?.accountId ?? null;
}
