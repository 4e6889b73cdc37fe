import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import { accountObject, contactObject } from '../fields.ts';
import type { Account } from '../model.ts';

/** An account with every stored value under its catalogue key. */
export type StoredAccount = Account & {
  readonly [key: string]: unknown;
  readonly deletedAt: Date | null;
};

export interface StoredContact {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly isPrimary: boolean;
}

const accountColumns = sql`
  t.id, t.version, t.name, t.grade, t.industry, t.region, t.address, t.phone, t.website, t.uscc, t.channel,
  t.staff_count as "staffCount", t.registered_capital as "registeredCapital", t.note, t.owner_id as "ownerId",
  t.owner_since as "ownerSince", t.last_activity_at as "lastActivityAt", t.next_contact_at as "nextContactAt",
  t.custom, t.created_at as "createdAt", t.deleted_at as "deletedAt"`;

const contactColumns = sql`
  t.id, t.version, t.name, t.account_id as "accountId", t.title, t.role, t.phone, t.email, t.birthday,
  t.is_primary as "isPrimary", t.note, t.owner_id as "ownerId", t.last_activity_at as "lastActivityAt",
  t.custom, t.created_at as "createdAt"`;

/** Locks an account the actor can see; 404 for any other. Deals being created for it meanwhile do not wait. */
export async function lockAccount({ tx, actor }: Step, id: string): Promise<StoredAccount> {
  const found = await sql<StoredAccount>`
    select ${accountColumns} from accounts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'accounts')}
    for no key update of t`.execute(tx);
  const account = found.rows[0];
  if (!account) throw notFound();
  return account;
}

/** Locks an account for its removal: whoever is just adding something to it is waited for. */
export async function lockAccountWhole({ tx, actor }: Step, id: string): Promise<StoredAccount> {
  const found = await sql<StoredAccount>`
    select ${accountColumns} from accounts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'accounts')}
    for update of t`.execute(tx);
  const account = found.rows[0];
  if (!account) throw notFound();
  return account;
}

export async function lockDeletedAccount({ tx, actor }: Step, id: string): Promise<StoredAccount> {
  const scope = visibleTo(actor, { ...accountObject, softDelete: false });
  const found = await sql<StoredAccount>`
    select ${accountColumns} from accounts as t
    where t.id = ${id}::uuid and t.deleted_at is not null and ${scope} for update of t`.execute(tx);
  const account = found.rows[0];
  if (!account) throw notFound();
  return account;
}

/** Keeps an account the actor can see from being removed until the end of the step; 404 for any other. */
export async function holdVisibleAccount({ tx, actor }: Step, id: string): Promise<Account> {
  const found = await sql<Account>`
    select t.id, t.version, t.name, t.owner_id as "ownerId" from accounts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'accounts')}
    for key share of t`.execute(tx);
  const account = found.rows[0];
  if (!account) throw notFound();
  return account;
}

/** The person an account may be given to: an active user of this organisation. Refuses (422) anybody else. */
export async function loadNewOwner({ tx, actor }: Step, userId: string): Promise<void> {
  const found = await sql`
    select 1 from users where org_id = ${actor.orgId}::uuid and id = ${userId}::uuid and status = 'active'`.execute(
    tx,
  );
  if (found.rows.length === 0) throw badInput([{ field: 'ownerId', code: 'unknown_reference' }]);
}

/** Gives an account and its contacts to somebody: the one door through which owners change. */
export async function saveOwner(step: Step, account: Account, ownerId: string): Promise<number> {
  const { tx, actor, now } = step;
  const saved = await sql<{ version: number }>`
    update accounts set owner_id = ${ownerId}::uuid, owner_since = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${account.id}::uuid and owner_id = ${account.ownerId}::uuid
      and version = ${account.version}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  await sql`
    update contacts set owner_id = ${ownerId}::uuid
    where org_id = ${actor.orgId}::uuid and account_id = ${account.id}::uuid`.execute(tx);
  return version;
}

/** Gives everything a person owns, the bin included, to his successor; returns the accounts that moved. */
export async function saveSuccessor(step: Step, from: string, to: string): Promise<string[]> {
  const { tx, actor, now } = step;
  const moved = await sql<{ id: string; deleted: boolean }>`
    update accounts set owner_id = ${to}::uuid, owner_since = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and owner_id = ${from}::uuid
    returning id, deleted_at is not null as deleted`.execute(tx);
  await sql`
    update contacts c set owner_id = a.owner_id from accounts a
    where c.org_id = ${actor.orgId}::uuid and c.owner_id = ${from}::uuid
      and a.org_id = c.org_id and a.id = c.account_id`.execute(tx);
  return moved.rows.map((row) => row.id);
}

/** Puts an account and its contacts into the bin together, at the same moment. */
export async function saveDeleted(step: Step, account: Account): Promise<number> {
  const { tx, actor, now } = step;
  const saved = await sql<{ version: number }>`
    update accounts set deleted_at = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${account.id}::uuid and version = ${account.version}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  await sql`
    update contacts set deleted_at = ${now}
    where org_id = ${actor.orgId}::uuid and account_id = ${account.id}::uuid and deleted_at is null`.execute(
    tx,
  );
  return version;
}

/** Takes an account out of the bin with those contacts that went there with it, not those deleted before. */
export async function saveRestored(step: Step, account: StoredAccount): Promise<number> {
  const { tx, actor } = step;
  await sql`
    update contacts set deleted_at = null
    where org_id = ${actor.orgId}::uuid and account_id = ${account.id}::uuid
      and deleted_at = (select deleted_at from accounts where org_id = ${actor.orgId}::uuid and id = ${account.id}::uuid)`.execute(
    tx,
  );
  const saved = await sql<{ version: number }>`
    update accounts set deleted_at = null, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${account.id}::uuid and version = ${account.version}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** Locks a contact and, before it, its account: widest first. */
export async function lockContact(step: Step, id: string): Promise<StoredContact> {
  const { tx, actor } = step;
  await sql`
    select 1 from accounts a
    where a.org_id = ${actor.orgId}::uuid and a.id = (
      select t.account_id from contacts as t where t.id = ${id}::uuid and ${recordVisible(actor, 'contacts')})
    for no key update of a`.execute(tx);
  const found = await sql<StoredContact>`
    select ${contactColumns} from contacts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'contacts')} for update of t`.execute(tx);
  const contact = found.rows[0];
  if (!contact) throw notFound();
  return contact;
}

export async function lockDeletedContact({ tx, actor }: Step, id: string): Promise<StoredContact> {
  const scope = visibleTo(actor, { ...contactObject, softDelete: false });
  const found = await sql<StoredContact>`
    select ${contactColumns} from contacts as t
    where t.id = ${id}::uuid and t.deleted_at is not null and ${scope} for update of t`.execute(tx);
  const contact = found.rows[0];
  if (!contact) throw notFound();
  return contact;
}

/** Whether the account has a primary contact already, and takes the mark away from him when another one gets it. */
export async function countPrimaries({ tx, actor }: Step, accountId: string): Promise<number> {
  const found = await sql<{ primaries: number }>`
    select count(*) as primaries from contacts
    where org_id = ${actor.orgId}::uuid and account_id = ${accountId}::uuid and is_primary and deleted_at is null`.execute(
    tx,
  );
  return found.rows[0]?.primaries ?? 0;
}

/** An account has one primary contact: before somebody becomes it, everybody else stops being it. */
export async function clearPrimary({ tx, actor }: Step, accountId: string, except: string): Promise<void> {
  await sql`
    update contacts set is_primary = false, version = version + 1
    where org_id = ${actor.orgId}::uuid and account_id = ${accountId}::uuid and is_primary and id <> ${except}::uuid`.execute(
    tx,
  );
}

export async function saveContactDeleted(
  { tx, actor }: Step,
  contact: StoredContact,
  at: Date | null,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update contacts set deleted_at = ${at}, is_primary = false, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${contact.id}::uuid and version = ${contact.version}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** Writes what an activity means for the accounts and contacts it was about; an older one moves nothing back. */
export async function saveContacted(
  { tx, actor }: Step,
  contacted: readonly { id: string; happenedAt: string; nextContactAt: string | null }[],
): Promise<void> {
  const rows = JSON.stringify(contacted.map((one, turn) => ({ ...one, turn })));
  // Of several contacts with one customer the latest says what comes next; of two at one moment the one told last.
  const latest = sql`
    select id, max("happenedAt") as at,
      (array_agg("nextContactAt" order by "happenedAt" desc, turn desc))[1] as next
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, turn int, "happenedAt" timestamptz, "nextContactAt" timestamptz)
    group by id`;
  await sql`
    with latest as (${latest}), held as (
      select a.id from accounts a where a.org_id = ${actor.orgId}::uuid and a.id in (select id from latest)
      order by a.id for no key update)
    update accounts a set
      next_contact_at = case when a.last_activity_at is null or a.last_activity_at <= l.at then l.next
        else a.next_contact_at end,
      last_activity_at = greatest(a.last_activity_at, l.at)
    from latest l join held on held.id = l.id
    where a.org_id = ${actor.orgId}::uuid and a.id = l.id`.execute(tx);
  await sql`
    with latest as (${latest})
    update contacts c set last_activity_at = greatest(c.last_activity_at, l.at) from latest l
    where c.org_id = ${actor.orgId}::uuid and c.id = l.id`.execute(tx);
}

export async function saveNextContact({ tx, actor }: Step, id: string, dueAt: string | null): Promise<void> {
  await sql`
    update accounts set next_contact_at = ${dueAt}::timestamptz
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
