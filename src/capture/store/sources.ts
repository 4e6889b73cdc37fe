import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { CaptureSource } from '../model.ts';

/** What the secret of a source is sealed for. */
export const sealedFor = 'capture-source';

const columns = sql`
  t.id, t.version, t.name, t.kind, t.status, t.address, t.secret, t.settings, t.mapping, t.channel, t.campaign,
  t.owner_id as "ownerId", t.pool_id as "poolId"`;

export async function lockSource({ tx, actor }: Step, id: string): Promise<CaptureSource> {
  const found = await sql<CaptureSource>`
    select ${columns} from capture_sources t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null for update`.execute(
    tx,
  );
  const source = found.rows[0];
  if (!source) throw notFound();
  return source;
}

export async function findSource(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  id: string,
): Promise<CaptureSource | null> {
  const found = await sql<CaptureSource>`
    select ${columns} from capture_sources t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null`.execute(tx);
  return found.rows[0] ?? null;
}

/** Sources by id, deleted ones included: what came before is not lost with them. */
export async function loadSources(
  { tx, actor }: Step,
  ids: readonly string[],
): Promise<Map<string, CaptureSource>> {
  const found = await sql<CaptureSource>`
    select ${columns} from capture_sources t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map((source) => [source.id, source]));
}

/** Mail boxes that are to be looked into. */
export async function loadMailBoxes({ tx, actor }: Step): Promise<CaptureSource[]> {
  const found = await sql<CaptureSource>`
    select ${columns} from capture_sources t
    where t.org_id = ${actor.orgId}::uuid and t.kind = 'mail' and t.status = 'open' and t.deleted_at is null
    order by t.id`.execute(tx);
  return found.rows;
}

export async function insertSource(
  { tx, actor, now }: Step,
  source: Omit<CaptureSource, 'version'>,
): Promise<void> {
  await sql`
    insert into capture_sources (org_id, id, name, kind, status, address, secret, settings, mapping, channel, campaign, owner_id,
      pool_id, created_at, created_by)
    values (${actor.orgId}::uuid, ${source.id}::uuid, ${source.name}, ${source.kind}, ${source.status}, ${source.address},
      ${source.secret}, ${JSON.stringify(source.settings)}::jsonb, ${JSON.stringify(source.mapping)}::jsonb, ${source.channel},
      ${source.campaign}, ${source.ownerId}::uuid, ${source.poolId}::uuid, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

export async function saveSource({ tx, actor }: Step, source: CaptureSource): Promise<number> {
  await sql`
    update capture_sources set name = ${source.name}, status = ${source.status}, secret = ${source.secret},
      settings = ${JSON.stringify(source.settings)}::jsonb, mapping = ${JSON.stringify(source.mapping)}::jsonb,
      channel = ${source.channel}, campaign = ${source.campaign}, owner_id = ${source.ownerId}::uuid,
      pool_id = ${source.poolId}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${source.id}::uuid`.execute(tx);
  return source.version + 1;
}

export async function removeSource({ tx, actor, now }: Step, id: string): Promise<void> {
  await sql`
    update capture_sources set deleted_at = ${now}, secret = null, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

/** When the source last brought something, the newest payload as a sample, and its trouble if it has one. */
export async function noteSource(
  { tx, actor, now }: Step,
  id: string,
  { sample, failure = null }: { sample?: unknown; failure?: string | null },
): Promise<void> {
  await sql`
    update capture_sources set last_at = case when ${failure}::text is null then ${now} else last_at end,
      sample = coalesce(${sample === undefined ? null : JSON.stringify(sample)}::jsonb, sample), failure = ${failure}
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
