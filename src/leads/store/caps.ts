import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import {
  type CapRule,
  countHeld,
  type EffectiveCap,
  type Exclusions,
  effectiveCap,
} from '../rules/capping.ts';
import type { Room } from '../rules/holding.ts';
import { lockHolders } from './import-leads.ts';

export interface CapPolicy extends Exclusions {
  readonly privateCap: number;
  readonly version: number;
}

export interface Holding extends EffectiveCap {
  readonly held: number;
  readonly counts: Counts;
}

interface Counts {
  readonly open: number;
  readonly invalid: number;
  readonly converted: number;
  readonly dealt: number;
}

const nothingHeld: Counts = { open: 0, invalid: 0, converted: 0, dealt: 0 };

/** The standard number and what is not counted. */
export async function loadCapPolicy({ tx, actor }: Step): Promise<CapPolicy> {
  const found = await sql<CapPolicy>`
    select private_cap as "privateCap", exclude_converted as "excludeConverted", exclude_invalid as "excludeInvalid",
      exclude_dealt as "excludeDealt", version
    from lead_policies where org_id = ${actor.orgId}::uuid`.execute(tx);
  return (
    found.rows[0] ?? {
      ...{ privateCap: 50, excludeConverted: true, excludeInvalid: true, excludeDealt: true, version: 1 },
    }
  );
}

/** Every rule that touches these people, by person. */
export async function loadCapRules(
  { tx, actor }: Step,
  userIds: readonly string[],
): Promise<Map<string, CapRule[]>> {
  const found = await sql<CapRule & { userId: string }>`
    select u.id as "userId", r.id, r.kind, r.cap,
      case r.kind when 'team' then array_length(t.path, 1) - array_position(t.path, r.ref_id) else 0 end as distance,
      case r.kind when 'team' then (select x.name from teams x where x.org_id = r.org_id and x.id = r.ref_id)
        when 'role' then (select x.name from roles x where x.org_id = r.org_id and x.id = r.ref_id) else u.name end as label
    from lead_caps r
    join users u on u.org_id = r.org_id and u.id = any(${userIds}::uuid[])
    left join teams t on t.org_id = u.org_id and t.id = u.team_id
    where r.org_id = ${actor.orgId}::uuid and case r.kind
      when 'user' then r.ref_id = u.id
      when 'team' then r.ref_id = any(t.path)
      else exists (select 1 from user_roles x where x.org_id = u.org_id and x.user_id = u.id and x.role_id = r.ref_id) end
    order by r.created_at, r.id`.execute(tx);
  const byUser = new Map<string, CapRule[]>();
  for (const { userId, ...rule } of found.rows) byUser.set(userId, [...(byUser.get(userId) ?? []), rule]);
  return byUser;
}

/** What these people hold by state. The open ones are kept as a number; the others are counted only where they matter. */
async function countLeadsOf(
  { tx, actor }: Step,
  userIds: readonly string[],
  all: boolean,
): Promise<Map<string, Counts>> {
  const found = await sql<Counts & { userId: string }>`
    select u.id as "userId", coalesce(h.held, 0) as open, coalesce(c.invalid, 0) as invalid,
      coalesce(c.converted, 0) as converted, coalesce(c.dealt, 0) as dealt
    from unnest(${userIds}::uuid[]) as u(id)
    left join lead_holders h on h.org_id = ${actor.orgId}::uuid and h.user_id = u.id
    left join lateral (
      select count(*) filter (where l.status = 'invalid') as invalid,
        count(*) filter (where l.status = 'converted' and not d.dealt) as converted,
        count(*) filter (where l.status = 'converted' and d.dealt) as dealt
      from leads l, lateral (select l.status = 'converted' and exists (select 1 from opportunities o
        where o.org_id = l.org_id and o.account_id = l.account_id and o.status = 'won' and o.deleted_at is null) as dealt) d
      where ${all} and l.org_id = ${actor.orgId}::uuid and l.owner_id = u.id and l.deleted_at is null
        and l.status in ('invalid', 'converted')) c on true`.execute(tx);
  return new Map(found.rows.map(({ userId, ...counts }) => [userId, counts]));
}

/** How many leads these people hold and may hold, and which rule says so. Exact under their locks. */
export async function loadHoldings(step: Step, userIds: readonly string[]): Promise<Map<string, Holding>> {
  if (userIds.length === 0) return new Map();
  const policy = await loadCapPolicy(step);
  const rules = await loadCapRules(step, userIds);
  const all = !policy.excludeConverted || !policy.excludeInvalid || !policy.excludeDealt;
  const counts = await countLeadsOf(step, userIds, all);
  return new Map(
    userIds.map((id) => {
      const mine = counts.get(id) ?? nothingHeld;
      return [
        id,
        {
          ...effectiveCap(rules.get(id) ?? [], policy.privateCap),
          held: countHeld(mine, policy),
          counts: mine,
        },
      ];
    }),
  );
}

/**
 * Locks a person's room and counts it: whoever gives him a lead passes here, one at a time, so that two at 49 of 50
 * do not both get in. `poolId` is the pool the lead comes from, whose own limit counts too.
 */
export async function lockRoom(step: Step, userId: string, poolId: string | null): Promise<Room> {
  const rooms = await lockRooms(step, [userId]);
  const room = rooms.get(userId) ?? { held: 0, cap: 0 };
  return { held: room.held, cap: room.cap, ...(await loadRetention(step, userId, poolId)) };
}

/** The same for many people, in one order for everybody. */
export async function lockRooms(step: Step, userIds: readonly string[]): Promise<Map<string, Holding>> {
  const people = [...new Set(userIds)].sort();
  await lockHolders(step, people);
  return loadHoldings(step, people);
}

async function loadRetention(
  { tx, actor }: Step,
  userId: string,
  poolId: string | null,
): Promise<Pick<Room, 'fromPool' | 'retention'>> {
  if (poolId === null) return { fromPool: 0, retention: null };
  const found = await sql<Pick<Room, 'fromPool' | 'retention'>>`
    select p.retention, case when p.retention is null then 0 else (select count(*) from leads l
      where l.org_id = p.org_id and l.owner_id = ${userId}::uuid and l.from_pool_id = p.id and l.deleted_at is null
        and l.status in ('pending', 'following')) end as "fromPool"
    from lead_pools p where p.org_id = ${actor.orgId}::uuid and p.id = ${poolId}::uuid`.execute(tx);
  return found.rows[0] ?? { fromPool: 0, retention: null };
}
