import { sql } from 'kysely';
import { visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { dayOf, startOfDay } from '#kernel/values/day.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as capContract from '../contract/caps.ts';
import type * as contract from '../contract.ts';
import { loadCapPolicy, loadCapRules, loadHoldings } from '../store/caps.ts';
import { listScopeChoices } from './pools.ts';

/** 私海库容 of the person who asks. */
export async function getHolding(_input: unknown, step: Step): Promise<Output<typeof contract.getHolding>> {
  const { actor, tx, now } = step;
  const today = startOfDay(dayOf(now, actor.org.zone), actor.org.zone);
  const mine = (await loadHoldings(step, [actor.id])).get(actor.id);
  const found = await sql<{ claims: number }>`
    select count(*) as claims from lead_places where org_id = ${actor.orgId}::uuid and owner_id = ${actor.id}::uuid
      and cause = 'claimed' and since >= ${today}`.execute(tx);
  return { held: mine?.held ?? 0, cap: mine?.cap ?? 0, claimsToday: found.rows[0]?.claims ?? 0 };
}

export async function capSettings(
  _input: unknown,
  step: Step,
): Promise<Output<typeof capContract.capSettings>> {
  const { actor, tx } = step;
  const { privateCap, ...policy } = await loadCapPolicy(step);
  const found = await sql<Output<typeof capContract.capSettings>['rules'][number]>`
    select c.id, c.version, c.kind, c.ref_id as "refId", c.cap, coalesce(case c.kind
      when 'user' then (select x.name from users x where x.org_id = c.org_id and x.id = c.ref_id)
      when 'role' then (select x.name from roles x where x.org_id = c.org_id and x.id = c.ref_id)
      else (select x.name from teams x where x.org_id = c.org_id and x.id = c.ref_id) end, '') as name
    from lead_caps c where c.org_id = ${actor.orgId}::uuid
    order by array_position(array['user', 'role', 'team'], c.kind), c.created_at`.execute(tx);
  return {
    standard: { ...policy, cap: privateCap },
    rules: found.rows,
    choices: await listScopeChoices(step),
  };
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
}

/** The people whose leads the actor sees; only one when he is named. Those who hold nothing and claim nothing are left out. */
async function peopleOf({ actor, tx }: Step, only?: string): Promise<Person[]> {
  const owners = visibleOwners(actor, 'leads');
  const found = await sql<Person>`
    select u.id, u.name, t.name as team from users u
    left join teams t on t.org_id = u.org_id and t.id = u.team_id
    where u.org_id = ${actor.orgId}::uuid and u.status <> 'disabled'
      ${owners ? sql`and u.id = any(${owners}::uuid[])` : sql``}
      and ${
        only
          ? sql`u.id = ${only}::uuid`
          : sql`(exists (select 1 from lead_holders h where h.org_id = u.org_id and h.user_id = u.id and h.held > 0)
        or exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id
          where x.org_id = u.org_id and x.user_id = u.id and 'leads.claim' = any(r.permissions)))`
      }
    order by t.name nulls last, u.name limit 500`.execute(tx);
  return found.rows;
}

export async function listHoldings(
  _input: unknown,
  step: Step,
): Promise<Output<typeof capContract.listHoldings>> {
  const people = await peopleOf(step);
  const holdings = await loadHoldings(
    step,
    people.map(({ id }) => id),
  );
  return {
    items: people.map(({ id, name, team }) => {
      const { held = 0, cap = 0, rule = null } = holdings.get(id) ?? {};
      return { userId: id, name, team, held, cap, over: Math.max(0, held - cap), rule };
    }),
  };
}

/** Which rule decides how much somebody may hold, against which others, and the very leads that are counted. */
export async function explainCap(
  { userId }: Input<typeof capContract.explainCap>,
  step: Step,
): Promise<Output<typeof capContract.explainCap>> {
  const { actor, tx } = step;
  const [person] = await peopleOf(step, userId);
  if (!person) throw notFound();
  const policy = await loadCapPolicy(step);
  const holding = (await loadHoldings(step, [userId])).get(userId);
  if (!holding) throw notFound();
  const rules = (await loadCapRules(step, [userId])).get(userId) ?? [];
  const counted = await sql<{ id: string; company: string; status: string }>`
    select l.id, l.company, l.status from leads l
    where l.org_id = ${actor.orgId}::uuid and l.owner_id = ${userId}::uuid and l.deleted_at is null and case l.status
      when 'invalid' then ${!policy.excludeInvalid}::boolean
      when 'converted' then case when exists (select 1 from opportunities o where o.org_id = l.org_id
        and o.account_id = l.account_id and o.status = 'won' and o.deleted_at is null)
        then ${!policy.excludeDealt}::boolean else ${!policy.excludeConverted}::boolean end
      else true end
    order by l.owner_since desc, l.id limit 1000`.execute(tx);
  const { held, cap, rule, counts } = holding;
  const { excludeConverted, excludeInvalid, excludeDealt } = policy;
  return {
    ...{ userId, name: person.name, held, cap, over: Math.max(0, held - cap), rule, rules, counts },
    standard: policy.privateCap,
    excludes: { converted: excludeConverted, invalid: excludeInvalid, dealt: excludeDealt },
    counted: counted.rows,
  };
}
