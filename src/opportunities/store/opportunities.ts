import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import { opportunityObject } from '../fields.ts';
import type { Opportunity, Stage } from '../model.ts';
import { defaultStages } from '../model.ts';

/** An opportunity with every stored value under its catalogue key. */
export type StoredOpportunity = Opportunity & { readonly [key: string]: unknown };

const columns = sql`
  t.id, t.version, t.name, t.account_id as "accountId", t.contact_id as "contactId", t.amount,
  t.expected_close_on as "expectedCloseOn", t.stage, t.status, t.win_rate as "winRate", t.stage_since as "stageSince",
  t.stage_seq as "stageSeq", t.postponed, t.owner_id as "ownerId", t.channel, t.lead_id as "leadId",
  t.lost_reason as "lostReason", t.competitor, t.note, t.closed_at as "closedAt", t.custom, t.created_at as "createdAt"`;

/** Locks an opportunity the actor can see; 404 for any other. */
export async function lockOpportunity({ tx, actor }: Step, id: string): Promise<StoredOpportunity> {
  const found = await sql<StoredOpportunity>`
    select ${columns} from opportunities as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'opportunities')}
    for no key update of t`.execute(tx);
  const opportunity = found.rows[0];
  if (!opportunity) throw notFound();
  return opportunity;
}

export async function lockDeletedOpportunity({ tx, actor }: Step, id: string): Promise<StoredOpportunity> {
  const scope = visibleTo(actor, { ...opportunityObject, softDelete: false });
  const found = await sql<StoredOpportunity>`
    select ${columns} from opportunities as t
    where t.id = ${id}::uuid and t.deleted_at is not null and ${scope} for no key update of t`.execute(tx);
  const opportunity = found.rows[0];
  if (!opportunity) throw notFound();
  return opportunity;
}

/** Keeps an opportunity the actor can see from changing until the end of the step: a contract is being made of it. */
export async function holdVisibleOpportunity({ tx, actor }: Step, id: string): Promise<StoredOpportunity> {
  const found = await sql<StoredOpportunity>`
    select ${columns} from opportunities as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'opportunities')} for share of t`.execute(tx);
  const opportunity = found.rows[0];
  if (!opportunity) throw notFound();
  return opportunity;
}

/** Locks the open deals of a person, with one customer or with all: for hand-overs. Oldest first. */
export async function lockOpenOf(
  { tx, actor }: Step,
  { ownerId, accountId }: { ownerId: string; accountId: string | null },
): Promise<StoredOpportunity[]> {
  const found = await sql<StoredOpportunity>`
    select ${columns} from opportunities as t
    where t.org_id = ${actor.orgId}::uuid and t.owner_id = ${ownerId}::uuid and t.status = 'open' and t.deleted_at is null
      and (${accountId}::uuid is null or t.account_id = ${accountId}::uuid)
    order by t.id for no key update of t`.execute(tx);
  return found.rows;
}

/** The pipeline of the organisation, in order. */
export async function loadStages({ tx, actor }: Pick<Step, 'tx' | 'actor'>): Promise<readonly Stage[]> {
  const found = await sql<Stage>`
    select key, name_zh as "nameZh", name_en as "nameEn", win_rate as "winRate", kind, position
    from opportunity_stages where org_id = ${actor.orgId}::uuid order by position`.execute(tx);
  return found.rows.length > 0 ? found.rows : defaultStages;
}

/** A new organisation starts with the standard pipeline; one that has a pipeline keeps it. */
export async function saveDefaultStages({ tx, actor }: Step): Promise<void> {
  for (const stage of defaultStages)
    await sql`
      insert into opportunity_stages (org_id, key, name_zh, name_en, win_rate, kind, position)
      values (${actor.orgId}::uuid, ${stage.key}, ${stage.nameZh}, ${stage.nameEn}, ${stage.winRate}, ${stage.kind},
        ${stage.position})
      on conflict do nothing`.execute(tx);
}

/**
 * Checks what a deal refers to and keeps it there until the end of the step: a customer the actor sees, and a
 * contact of just that customer. Refuses (422) by field.
 */
export async function holdParties(
  { tx, actor }: Step,
  { accountId, contactId }: { accountId: string; contactId: string | null },
): Promise<void> {
  const found = await sql<{ known: boolean }>`
    select (${contactId}::uuid is null or exists (select 1 from contacts c
      where c.org_id = t.org_id and c.id = ${contactId}::uuid and c.account_id = t.id and c.deleted_at is null)) as known
    from accounts as t where t.id = ${accountId}::uuid and ${recordVisible(actor, 'accounts')}
    for key share of t`.execute(tx);
  const account = found.rows[0];
  if (!account) throw badInput([{ field: 'accountId', code: 'unknown_reference' }]);
  if (!account.known) throw badInput([{ field: 'contactId', code: 'not_of_this_account' }]);
}

/** The person a deal may be given to: an active user of this organisation. Refuses (422) anybody else. */
export async function loadNewOwner({ tx, actor }: Step, userId: string): Promise<void> {
  const found = await sql`
    select 1 from users where org_id = ${actor.orgId}::uuid and id = ${userId}::uuid and status = 'active'`.execute(
    tx,
  );
  if (found.rows.length === 0) throw badInput([{ field: 'ownerId', code: 'unknown_reference' }]);
}

/** Writes what an activity means for its deals; an older one moves nothing back. */
export async function saveContacted(
  { tx, actor }: Step,
  contacted: readonly { id: string; own: boolean; happenedAt: string; nextContactAt: string | null }[],
): Promise<void> {
  const rows = JSON.stringify(contacted.map((one, turn) => ({ ...one, turn })));
  // What comes next is said by the deal's own activities only, and only by one that no later contact preceded.
  await sql`
    with heard as (
      select *, max("happenedAt") over (partition by id order by turn) as latest
      from jsonb_to_recordset(${rows}::jsonb)
        as r(id uuid, turn int, own boolean, "happenedAt" timestamptz, "nextContactAt" timestamptz)
    ), said as (
      select id, max("happenedAt") as at,
        max("happenedAt") filter (where own and "happenedAt" >= latest) as planned_at,
        (array_agg("nextContactAt" order by turn desc) filter (where own and "happenedAt" >= latest))[1] as next
      from heard group by id
    ), held as (
      select o.id from opportunities o where o.org_id = ${actor.orgId}::uuid and o.id in (select id from said)
      order by o.id for no key update
    )
    update opportunities o set
      next_contact_at = case when s.planned_at is null or o.last_activity_at > s.planned_at then o.next_contact_at
        else s.next end,
      last_activity_at = greatest(o.last_activity_at, s.at)
    from said s join held on held.id = s.id
    where o.org_id = ${actor.orgId}::uuid and o.id = s.id`.execute(tx);
}

export async function saveNextContact({ tx, actor }: Step, id: string, dueAt: string | null): Promise<void> {
  await sql`
    update opportunities set next_contact_at = ${dueAt}::timestamptz
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
