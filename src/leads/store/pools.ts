import { type RawBuilder, sql } from 'kysely';
import { type Actor, may, scopeOf } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type { ClaimWindow, PastOwnership, PoolPolicy } from '../model.ts';

/** Makes the default pool and the policy unless they are there; returns the default pool. */
export async function insertFirstPool({ tx, actor, now }: Step): Promise<string> {
  await sql`
    insert into lead_pools (org_id, id, name, is_default, created_at)
    values (${actor.orgId}::uuid, ${newId()}::uuid, '公海', true, ${now}) on conflict do nothing`.execute(tx);
  await sql`insert into lead_policies (org_id) values (${actor.orgId}::uuid) on conflict do nothing`.execute(
    tx,
  );
  const found = await sql<{ id: string }>`
    select id from lead_pools where org_id = ${actor.orgId}::uuid and is_default`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw new Error('a default pool was just made');
  return pool.id;
}

/** The scope rows `s` that mean this person: himself, one of his roles, his team or one above it. */
function meansMe(actor: Actor): RawBuilder<unknown> {
  return sql`case s.kind when 'user' then s.ref_id = ${actor.id}::uuid
    when 'role' then exists (select 1 from user_roles x where x.org_id = s.org_id and x.user_id = ${actor.id}::uuid and x.role_id = s.ref_id)
    else exists (select 1 from teams x where x.org_id = s.org_id and x.id = ${actor.teamId}::uuid and s.ref_id = any(x.path)) end`;
}

/** Whether pool `p` is run by this person: named as its admin, or setting up pools altogether. */
export function poolAdmin(actor: Actor): RawBuilder<boolean> {
  if (may(actor, 'leadPools.manage')) return sql<boolean>`true`;
  return sql<boolean>`exists (select 1 from lead_pool_scopes s
    where s.org_id = p.org_id and s.pool_id = p.id and s.is_admin and ${meansMe(actor)})`;
}

/** Whether this person sees what is in pool `p`: its admins always, its members unless only admins deal it out. */
export function poolSeen(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${poolAdmin(actor)} or p.mode = 'claim' and (p.open_to_all or exists (select 1 from lead_pool_scopes s
    where s.org_id = p.org_id and s.pool_id = p.id and ${meansMe(actor)})))`;
}

/** Whether this person may put leads into pool `p`: members also where they do not see what is in it. */
export function poolTakes(actor: Actor): RawBuilder<boolean> {
  if (scopeOf(actor, 'leads') === 'all') return sql<boolean>`p.active`;
  return sql<boolean>`p.active and (${poolAdmin(actor)} or p.open_to_all or exists (select 1 from lead_pool_scopes s
    where s.org_id = p.org_id and s.pool_id = p.id and ${meansMe(actor)}))`;
}

export interface PoolAtHand extends PoolPolicy {
  readonly id: string;
  readonly isAdmin: boolean;
}

/** The rules of a pool, and whether the actor runs it. */
export async function loadPoolPolicy({ tx, actor }: Step, poolId: string): Promise<PoolAtHand> {
  const found = await sql<PoolAtHand>`
    select p.id, p.mode, p.daily_quota as "dailyQuota", p.cooldown_days as "cooldownDays",
      p.cooldown_hours as "cooldownHours", p.protect_hours as "protectHours", p.claim_window as "claimWindow",
      ${poolAdmin(actor)} as "isAdmin"
    from lead_pools p where p.org_id = ${actor.orgId}::uuid and p.id = ${poolId}::uuid`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw new Error('a lead is in a pool that is there');
  return { ...pool, claimWindow: pool.claimWindow as ClaimWindow | null };
}

/** Claims that somebody made out of a pool since then; those that were assigned to him are no claims. */
export async function countClaimsSince(
  { tx, actor }: Step,
  { userId, poolId, since }: { userId: string; poolId: string; since: Date },
): Promise<number> {
  const found = await sql<{ claims: number }>`
    select count(*) as claims from lead_places
    where org_id = ${actor.orgId}::uuid and owner_id = ${userId}::uuid and cause = 'claimed' and since >= ${since}
      and from_pool_id = ${poolId}::uuid`.execute(tx);
  return found.rows[0]?.claims ?? 0;
}

/** Everybody who has held a lead and let it go, in whatever way. */
export async function loadPastOwnerships({ tx, actor }: Step, leadId: string): Promise<PastOwnership[]> {
  const found = await sql<PastOwnership>`
    select owner_id as "ownerId", until from lead_places
    where org_id = ${actor.orgId}::uuid and lead_id = ${leadId}::uuid and owner_id is not null and until is not null`.execute(
    tx,
  );
  return found.rows;
}

/**
 * The pool a lead goes to: the one asked for, if it is open and the actor may put leads there, else the default one.
 * Held until the step ends, so that nobody stops or removes it in between.
 */
export async function loadTargetPool(
  { tx, actor }: Step,
  poolId: string | null | undefined,
): Promise<string> {
  const found = await sql<{ id: string }>`
    select p.id from lead_pools p
    where p.org_id = ${actor.orgId}::uuid and ${
      poolId ? sql`p.id = ${poolId}::uuid and ${poolTakes(actor)}` : sql`p.is_default`
    } for share of p`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw badInput([{ field: 'poolId', code: 'unknown_reference' }]);
  return pool.id;
}

/** Whether a pool still takes leads; held until the step ends. */
export async function isPoolOpen({ tx, actor }: Step, poolId: string): Promise<boolean> {
  const found = await sql`
    select 1 from lead_pools
    where org_id = ${actor.orgId}::uuid and id = ${poolId}::uuid and active for share`.execute(tx);
  return found.rows.length > 0;
}

/**
 * Who took the lead and when, for the sentence the loser of a race reads. Only for a lead that left a pool of
 * the actor's within the last day: of any other lead he may not even learn that it exists.
 */
export async function loadWinner(
  { tx, actor, now }: Step,
  leadId: string,
): Promise<{ by: string; at: Date } | null> {
  const found = await sql<{ by: string; at: Date }>`
    select u.name as by, here.since as at
    from lead_places here
    join lead_places before on before.org_id = here.org_id and before.lead_id = here.lead_id and before.seq = here.seq - 1
    join lead_pools p on p.org_id = before.org_id and p.id = before.pool_id
    join users u on u.org_id = here.org_id and u.id = here.owner_id
    where here.org_id = ${actor.orgId}::uuid and here.lead_id = ${leadId}::uuid and here.until is null
      and here.since > ${now}::timestamptz - interval '1 day' and ${poolSeen(actor)}`.execute(tx);
  return found.rows[0] ?? null;
}
