import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { type Arrival, type Dealt, type Desk, matcher, placeLeads } from '../rules/placing.ts';
import { findKnownOwners } from './known-owners.ts';
import { leadDefinition } from './lead-values.ts';
import { lockPeople } from './people.ts';
import { loadRules, loadSettings, lockTurns, saveTurns } from './rules.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const turning = ['rotation', 'weighted', 'leastLoad', 'table'];

/**
 * Deals leads by the rules: locks the turns of the rules that may be needed, then the holders of everybody in question,
 * decides, and saves the turns. One lock and one save for the whole batch; the caller gives the leads in the same
 * transaction, so that a lead and its turn are saved together or not at all.
 */
export async function dealLeads(step: Step, arrivals: readonly Arrival[]): Promise<Dealt> {
  const rules = await loadRules(step);
  const { settings } = await loadSettings(step);
  const definition = leadDefinition(step);
  const moment = { actorId: nobody, now: step.now, zone: step.actor.org.zone };
  const matches = matcher({ rules, definition, moment });
  const needed = new Set(arrivals.flatMap((arrival) => matches(arrival).map((rule) => rule.id)));
  const locked = await lockTurns(
    step,
    rules.filter(({ id, method }) => needed.has(id) && turning.includes(method)).map((rule) => rule.id),
  );
  const current = rules.map((rule) => ({ ...rule, ...locked.get(rule.id) }));

  const waiting = arrivals.every((arrival) => arrival.ruleId !== undefined);
  const owners = waiting
    ? []
    : await findKnownOwners(
        step,
        arrivals.map((arrival) => arrival.values),
        settings.ownerKeys,
      );
  const askedFor = current.filter((rule) => needed.has(rule.id)).flatMap((rule) => rule.members);
  const userIds = new Set([
    ...askedFor.map((member) => member.userId),
    ...owners.flatMap((owner) => owner?.userId ?? []),
    // Whoever loses a lead is locked with those who may get it: all holders at once, in one order.
    ...arrivals.flatMap((arrival) => arrival.hadBy ?? []),
  ]);
  const desk: Desk = {
    rules: current,
    settings,
    people: await lockPeople(step, [...userIds].sort()),
    ...(await loadPools(step)),
    definition,
    moment,
  };
  const dealt = placeLeads(arrivals, owners, desk);
  await saveTurns(
    step,
    dealt.turns.filter(({ ruleId }) => locked.has(ruleId)),
  );
  return dealt;
}

/** The names of the pools, and which one is the default. */
export async function loadPools({
  tx,
  actor,
}: Step): Promise<{ poolNames: Map<string, string>; defaultPoolId: string }> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from lead_pools where org_id = ${actor.orgId}::uuid order by is_default desc, name`.execute(
    tx,
  );
  const [first] = found.rows;
  if (!first) throw new Error('every organisation has a default pool');
  return { poolNames: new Map(found.rows.map(({ id, name }) => [id, name])), defaultPoolId: first.id };
}

/**
 * Who may not have these leads again yet: everybody who held one within the cool-down of the pool he let it go to,
 * by lead and person, with the end of the wait.
 */
export async function loadCooling(
  { tx, actor, now }: Step,
  leadIds: readonly string[],
): Promise<Map<string, Map<string, Date>>> {
  const found = await sql<{ leadId: string; userId: string; until: Date }>`
    select h.lead_id as "leadId", h.owner_id as "userId", max(h.until + make_interval(days => p.cooldown_days)) as until
    from lead_places h
    join lead_places after on after.org_id = h.org_id and after.lead_id = h.lead_id and after.seq = h.seq + 1
    join lead_pools p on p.org_id = after.org_id and p.id = after.pool_id
    where h.org_id = ${actor.orgId}::uuid and h.lead_id = any(${leadIds}::uuid[]) and h.owner_id is not null
      and h.until + make_interval(days => p.cooldown_days) > ${now}::timestamptz
    group by 1, 2`.execute(tx);
  const byLead = new Map<string, Map<string, Date>>();
  for (const { leadId, userId, until } of found.rows)
    byLead.set(leadId, (byLead.get(leadId) ?? new Map()).set(userId, until));
  return byLead;
}
