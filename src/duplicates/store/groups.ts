import { sql } from 'kysely';
import { type Step, stale } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { DuplicateObject, GroupStatus, MatchReason } from '../model.ts';

export interface StoredGroup {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly status: GroupStatus;
  readonly reasons: readonly MatchReason[];
}

export interface NewGroup {
  readonly title: string;
  readonly members: readonly { readonly object: DuplicateObject; readonly id: string }[];
  readonly reasons: readonly MatchReason[];
  readonly sureness: number;
  readonly signature: string;
}

const columns = sql`id, version, title, status, reasons`;

/** A group for reading. */
export async function loadGroup({ tx, actor }: Step, id: string): Promise<StoredGroup> {
  const found = await sql<StoredGroup>`
    select ${columns} from duplicate_groups where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(
    tx,
  );
  const group = found.rows[0];
  if (!group) throw notFound();
  return group;
}

export async function loadMembers(
  { tx, actor }: Step,
  groupId: string,
): Promise<{ object: DuplicateObject; id: string }[]> {
  const found = await sql<{ object: DuplicateObject; id: string }>`
    select object, record_id as id from duplicate_members
    where org_id = ${actor.orgId}::uuid and group_id = ${groupId}::uuid order by object, record_id`.execute(
    tx,
  );
  return found.rows;
}

/** Sets what became of a group, under the version that was read. */
export async function saveGroupStatus(
  { tx, actor, now }: Step,
  { id, version }: { readonly id: string; readonly version: number },
  status: GroupStatus,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update duplicate_groups set status = ${status}, decided_by = ${actor.id}::uuid, decided_at = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and version = ${version} returning version`.execute(
    tx,
  );
  const next = saved.rows[0]?.version;
  if (next === undefined) throw stale({ id });
  return next;
}

/** Groups of which at most one record is left are done with. */
export async function settleGroups({ tx, actor, now }: Step, leadIds: readonly string[]): Promise<void> {
  await sql`
    update duplicate_groups g set status = 'merged', decided_by = ${actor.id}::uuid, decided_at = ${now}, version = version + 1
    where g.org_id = ${actor.orgId}::uuid and g.status = 'open'
      and g.id in (select group_id from duplicate_members where org_id = ${actor.orgId}::uuid and record_id = any(${leadIds}::uuid[]))
      and (select count(*) from duplicate_members m
        left join leads l on m.object = 'leads' and l.org_id = m.org_id and l.id = m.record_id
        left join accounts a on m.object = 'accounts' and a.org_id = m.org_id and a.id = m.record_id
        where m.org_id = g.org_id and m.group_id = g.id
          and case m.object when 'leads' then l.deleted_at is null else a.deleted_at is null end) < 2`.execute(
    tx,
  );
}

/** The leads of a merge that was taken back are duplicates again. */
export async function reopenGroups({ tx, actor }: Step, leadIds: readonly string[]): Promise<void> {
  await sql`
    update duplicate_groups g set status = 'open', decided_by = null, decided_at = null, version = version + 1
    where g.org_id = ${actor.orgId}::uuid and g.status = 'merged'
      and g.id in (select group_id from duplicate_members where org_id = ${actor.orgId}::uuid and record_id = any(${leadIds}::uuid[]))`.execute(
    tx,
  );
}

/** Writes what a scan found: groups known by the same members stay what people made of them. */
export async function saveFound(
  { tx, actor, now }: Step,
  scanId: string,
  groups: readonly NewGroup[],
): Promise<void> {
  const rows = groups.map((group) => ({
    id: newId(),
    ...group,
    size: group.members.length,
    leads: group.members.filter((one) => one.object === 'leads').length,
    accounts: group.members.filter((one) => one.object === 'accounts').length,
  }));
  await sql`
    with found as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, title text, members jsonb, size integer,
        leads integer, accounts integer, reasons jsonb, sureness numeric, signature text)
    ), kept as (
      insert into duplicate_groups as g (org_id, id, scan_id, title, size, leads, accounts, reasons, sureness, status, signature,
        created_at)
      select ${actor.orgId}::uuid, id, ${scanId}::uuid, title, size, leads, accounts,
        array(select jsonb_array_elements_text(reasons)), sureness, 'open', signature, ${now} from found
      on conflict (org_id, signature) do update set scan_id = excluded.scan_id, title = excluded.title,
        status = case when g.status = 'merged' then 'open' else g.status end
      returning g.id, g.signature
    )
    insert into duplicate_members (org_id, group_id, object, record_id)
    select ${actor.orgId}::uuid, k.id, m.object, m.id
    from kept k join found f on f.signature = k.signature,
      jsonb_to_recordset(f.members) as m(object text, id uuid)
    on conflict do nothing`.execute(tx);
}

/** Open groups that this scan has not found again are no duplicates any more. */
export async function dropLostGroups({ tx, actor }: Step, scanId: string): Promise<void> {
  await sql`
    with gone as (select id from duplicate_groups
      where org_id = ${actor.orgId}::uuid and scan_id <> ${scanId}::uuid and status = 'open'),
    members as (delete from duplicate_members m using gone
      where m.org_id = ${actor.orgId}::uuid and m.group_id = gone.id)
    update duplicate_groups g set status = 'merged', version = version + 1 from gone
    where g.org_id = ${actor.orgId}::uuid and g.id = gone.id`.execute(tx);
}
