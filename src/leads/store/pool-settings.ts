import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type { ClaimWindow, ScopeKind } from '../model.ts';

export interface ScopeRow {
  readonly kind: ScopeKind;
  readonly id: string;
}

/** What an admin sets for a pool, by column. */
export interface PoolColumns {
  readonly name: string;
  readonly mode: 'claim' | 'assign';
  readonly open_to_all: boolean;
  readonly daily_quota: number;
  readonly cooldown_days: number;
  readonly cooldown_hours: number | null;
  readonly protect_hours: number;
  readonly claim_window: ClaimWindow | null;
  readonly view_quota: number | null;
  readonly retention: number | null;
  readonly hidden_fields: readonly string[];
  readonly active: boolean;
}

export interface LockedPool {
  readonly id: string;
  readonly version: number;
  readonly isDefault: boolean;
  readonly active: boolean;
}

/** Locks a pool against everything that comes in meanwhile; 404 when it is not there. */
export async function lockPool({ tx, actor }: Step, id: string): Promise<LockedPool> {
  const found = await sql<LockedPool>`
    select id, version, is_default as "isDefault", active from lead_pools
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and deleted_at is null for update`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw notFound();
  return pool;
}

/** Live leads that are in a pool now, whatever their state. Exact while the pool is locked. */
export async function countInPool({ tx, actor }: Step, poolId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from leads
    where org_id = ${actor.orgId}::uuid and pool_id = ${poolId}::uuid and deleted_at is null`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

export async function insertPool(step: Step, id: string, columns: Partial<PoolColumns>): Promise<void> {
  const { tx, actor, now } = step;
  const sent = Object.entries(columns).map(([name, value]) => ({ name, value: columnSql(name, value) }));
  await sql`
    insert into lead_pools (org_id, id, created_at, ${sql.join(sent.map(({ name }) => sql.ref(name)))})
    values (${actor.orgId}::uuid, ${id}::uuid, ${now}, ${sql.join(sent.map(({ value }) => value))})`.execute(
    tx,
  );
}

export async function savePool(
  { tx, actor }: Step,
  pool: LockedPool,
  columns: Partial<PoolColumns> & { deleted_at?: Date },
): Promise<number> {
  const sets = Object.entries(columns).map(
    ([name, value]) => sql`${sql.ref(name)} = ${columnSql(name, value)}, `,
  );
  const saved = await sql<{ version: number }>`
    update lead_pools set ${sql.join(sets, sql``)} version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${pool.id}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? pool.version;
}

function columnSql(name: string, value: unknown) {
  if (name === 'claim_window') return sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
  if (name === 'hidden_fields') return sql`${value as string[]}::text[]`;
  return sql`${value}`;
}

/** The one default pool becomes another. */
export async function moveDefault({ tx, actor }: Step, poolId: string): Promise<void> {
  await sql`update lead_pools set is_default = false, version = version + 1
    where org_id = ${actor.orgId}::uuid and is_default`.execute(tx);
  await sql`update lead_pools set is_default = true
    where org_id = ${actor.orgId}::uuid and id = ${poolId}::uuid`.execute(tx);
}

/** Replaces who is in a pool, or who runs it. Refuses (422) who is not of this organisation. */
export async function saveScopes(
  { tx, actor }: Step,
  poolId: string,
  who: readonly ScopeRow[],
  isAdmin: boolean,
): Promise<void> {
  await sql`
    delete from lead_pool_scopes
    where org_id = ${actor.orgId}::uuid and pool_id = ${poolId}::uuid and is_admin = ${isAdmin}`.execute(tx);
  if (who.length === 0) return;
  await requireKnown({ tx, actor }, who, isAdmin ? 'admins' : 'members');
  await sql`
    insert into lead_pool_scopes (org_id, pool_id, kind, ref_id, is_admin)
    select ${actor.orgId}::uuid, ${poolId}::uuid, r.kind, r.id, ${isAdmin}
    from jsonb_to_recordset(${JSON.stringify(who)}::jsonb) as r(kind text, id uuid) on conflict do nothing`.execute(
    tx,
  );
}

/** Refuses (422) persons, roles and teams that this organisation does not have. */
export async function requireKnown(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  who: readonly ScopeRow[],
  field: string,
): Promise<void> {
  const known = await sql<{ n: number }>`
    select count(*) as n from jsonb_to_recordset(${JSON.stringify(who)}::jsonb) as r(kind text, id uuid)
    where case r.kind when 'user' then exists (select 1 from users x where x.org_id = ${actor.orgId}::uuid and x.id = r.id)
      when 'role' then exists (select 1 from roles x where x.org_id = ${actor.orgId}::uuid and x.id = r.id)
      else exists (select 1 from teams x where x.org_id = ${actor.orgId}::uuid and x.id = r.id) end`.execute(
    tx,
  );
  if (known.rows[0]?.n !== who.length) throw badInput([{ field, code: 'unknown_reference' }]);
}

/** Sets how many leads a person, role or team may hold; one rule each. */
export async function saveCap(
  { tx, actor, now }: Step,
  { id, kind, refId, cap }: { id: string; kind: ScopeKind; refId: string; cap: number },
): Promise<{ id: string; version: number; before: number | null }> {
  const found = await sql<{ id: string; version: number; before: number | null }>`
    with old as (select cap from lead_caps
      where org_id = ${actor.orgId}::uuid and kind = ${kind} and ref_id = ${refId}::uuid)
    insert into lead_caps (org_id, id, kind, ref_id, cap, created_at)
    values (${actor.orgId}::uuid, ${id}::uuid, ${kind}, ${refId}::uuid, ${cap}, ${now})
    on conflict (org_id, kind, ref_id) do update set cap = excluded.cap, version = lead_caps.version + 1
    returning id, version, (select cap from old) as before`.execute(tx);
  const saved = found.rows[0];
  if (!saved) throw new Error('an upsert returns its row');
  return saved;
}

export async function deleteCap(
  { tx, actor }: Step,
  { kind, refId }: { kind: ScopeKind; refId: string },
): Promise<{ id: string; cap: number } | null> {
  const gone = await sql<{ id: string; cap: number }>`
    delete from lead_caps where org_id = ${actor.orgId}::uuid and kind = ${kind} and ref_id = ${refId}::uuid
    returning id, cap`.execute(tx);
  return gone.rows[0] ?? null;
}

/** Saves the standard cap and what is not counted, under the version that was read; null when that is stale. */
export async function saveStandard(
  { tx, actor }: Step,
  version: number,
  values: Readonly<Record<string, number | boolean>>,
): Promise<number | null> {
  const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}, `);
  const saved = await sql<{ version: number }>`
    update lead_policies set ${sql.join(sets, sql``)} version = version + 1
    where org_id = ${actor.orgId}::uuid and version = ${version} returning version`.execute(tx);
  return saved.rows[0]?.version ?? null;
}

/** Opens a lead's details once a day; how many this person has opened today, this one included. */
export async function saveView(
  { tx, actor }: Step,
  { leadId, poolId, day }: { leadId: string; poolId: string; day: string },
): Promise<void> {
  await sql`
    insert into lead_views (org_id, user_id, seen_on, lead_id, pool_id)
    values (${actor.orgId}::uuid, ${actor.id}::uuid, ${day}::date, ${leadId}::uuid, ${poolId}::uuid)
    on conflict do nothing`.execute(tx);
}

/** How many leads of a pool somebody opened on a day, whether this one is among them, and the limit. */
export async function loadViews(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  { leadId, poolId, day }: { leadId: string; poolId: string; day: string },
): Promise<{ seen: number; thisOne: boolean; quota: number | null }> {
  const found = await sql<{ seen: number; thisOne: boolean; quota: number | null }>`
    select p.view_quota as quota,
      (select count(*) from lead_views v where v.org_id = p.org_id and v.user_id = ${actor.id}::uuid
        and v.seen_on = ${day}::date and v.pool_id = p.id) as seen,
      exists (select 1 from lead_views v where v.org_id = p.org_id and v.user_id = ${actor.id}::uuid
        and v.seen_on = ${day}::date and v.lead_id = ${leadId}::uuid) as "thisOne"
    from lead_pools p where p.org_id = ${actor.orgId}::uuid and p.id = ${poolId}::uuid`.execute(tx);
  return found.rows[0] ?? { seen: 0, thisOne: false, quota: null };
}
