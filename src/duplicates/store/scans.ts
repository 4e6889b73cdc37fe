import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { DuplicateObject, Traits } from '../model.ts';

export interface Scan {
  readonly id: string;
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  readonly askedAt: Date;
  readonly asOf: Date | null;
  readonly endedAt: Date | null;
  readonly records: number | null;
  readonly groups: number | null;
}

const columns = sql`id, status, asked_at as "askedAt", as_of as "asOf", ended_at as "endedAt", records, groups`;

export async function insertScan({ tx, actor, now }: Step, askedBy: string | null): Promise<string> {
  const id = newId();
  await sql`
    insert into duplicate_scans (org_id, id, status, asked_by, asked_at)
    values (${actor.orgId}::uuid, ${id}::uuid, 'waiting', ${askedBy}::uuid, ${now})`.execute(tx);
  return id;
}

/** The newest scan, and the newest that came to its end. */
export async function loadScans({ tx, actor }: Step): Promise<{ last: Scan | null; done: Scan | null }> {
  const found = await sql<Scan>`
    (select ${columns} from duplicate_scans where org_id = ${actor.orgId}::uuid order by asked_at desc limit 1)
    union all
    (select ${columns} from duplicate_scans where org_id = ${actor.orgId}::uuid and status = 'done' order by asked_at desc limit 1)`.execute(
    tx,
  );
  return { last: found.rows[0] ?? null, done: found.rows.find((one) => one.status === 'done') ?? null };
}

/** Whether one waits or runs; one that died is not waited for longer than an hour. */
export async function isScanning({ tx, actor, now }: Step): Promise<boolean> {
  const found = await sql`
    select 1 from duplicate_scans where org_id = ${actor.orgId}::uuid and status in ('waiting', 'running')
      and asked_at > ${now}::timestamptz - interval '1 hour' limit 1`.execute(tx);
  return found.rows.length > 0;
}

export async function beginScan({ tx, actor, now }: Step, id: string): Promise<void> {
  await sql`
    update duplicate_scans set status = 'running', as_of = ${now} where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(
    tx,
  );
}

export async function endScan(
  { tx, actor, now }: Step,
  id: string,
  ended: {
    readonly status: 'done' | 'failed';
    readonly records: number | null;
    readonly groups: number | null;
  },
): Promise<void> {
  await sql`
    update duplicate_scans set status = ${ended.status}, ended_at = ${now}, records = ${ended.records}, groups = ${ended.groups}
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

export interface ScannedRecord {
  readonly object: DuplicateObject;
  readonly id: string;
}

/** The next live leads and accounts with the hashes under which they meet their likes. */
export async function loadBlocks(
  { tx, actor }: Step,
  after: ScannedRecord | null,
  size: number,
): Promise<(ScannedRecord & { readonly blocks: readonly number[] })[]> {
  const found = await sql<ScannedRecord & { blocks: number[] }>`
    select object, record_id as id, blocks from duplicate_traits
    where org_id = ${actor.orgId}::uuid and alive and object in ('leads', 'accounts')
      ${after ? sql`and (object, record_id) > (${after.object}, ${after.id}::uuid)` : sql``}
    order by object, record_id limit ${size}`.execute(tx);
  return found.rows;
}

/** How these records are compared. */
export async function loadTraitsOf(
  { tx, actor }: Step,
  records: readonly ScannedRecord[],
): Promise<(ScannedRecord & { readonly traits: Traits })[]> {
  const found = await sql<ScannedRecord & { traits: Traits }>`
    select d.object, d.record_id as id, d.traits from duplicate_traits d
    join unnest(${records.map((one) => one.object)}::text[], ${records.map((one) => one.id)}::uuid[]) as r(object, id)
      on d.object = r.object and d.record_id = r.id
    where d.org_id = ${actor.orgId}::uuid and d.alive`.execute(tx);
  return found.rows;
}

/** Names for the groups' titles: the longest of each is what people will recognise. */
export async function loadTitles(
  { tx, actor }: Step,
  records: readonly ScannedRecord[],
): Promise<Map<string, string>> {
  const ids = records.map((one) => one.id);
  const found = await sql<{ id: string; name: string }>`
    select id, company as name from leads where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[])
    union all
    select id, name from accounts where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
