import { type RawBuilder, sql } from 'kysely';
import { findAccountMatches } from '#accounts/public.ts';
import { type Actor, may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import { dayOf, startOfDay } from '#kernel/values/day.ts';
import type * as contract from './contract.ts';
import { leadObject } from './fields.ts';
import type { LeadStatus } from './model.ts';
import { loadHoldings } from './store/caps.ts';
import { poolSeen } from './store/pools.ts';

/** The pools this person is in: open ones, and those that name him. */
export function poolMember(actor: Actor): RawBuilder<unknown> {
  return sql`t.pool_id = any(array(
    select p.id from lead_pools p where p.org_id = ${actor.orgId}::uuid and ${poolSeen(actor)}))`;
}

export const leadSource: ListSource = { definition: leadObject };

/** Leads waiting in pools, for their members whatever their own scope is. */
export const poolLeadSource: ListSource = {
  definition: leadObject,
  visible: (actor) =>
    sql`(t.org_id = ${actor.orgId}::uuid and t.deleted_at is null and t.pool_id is not null and ${poolMember(actor)})`,
  where: () => sql`t.status = 'unassigned'`,
};

/** One lead with what this person may do to it. */
export async function getLead(
  { id }: Input<typeof contract.getLead>,
  step: Step,
): Promise<Output<typeof contract.getLead>> {
  const { row, names } = await readRow(leadObject, id, step);
  const { actor } = step;
  const status = row.status as LeadStatus;
  const mine = row.ownerId === actor.id;
  const inPool = row.poolId !== null;
  const open = status === 'pending' || status === 'following';
  return {
    lead: row as Output<typeof contract.getLead>['lead'],
    names,
    may: {
      edit: open && may(actor, 'leads.update'),
      claim: inPool && status === 'unassigned' && may(actor, 'leads.claim'),
      release: open && (mine || may(actor, 'leads.assign')) && may(actor, 'leads.release'),
      convert: open && may(actor, 'leads.convert'),
      assign: (open || status === 'unassigned') && may(actor, 'leads.assign'),
    },
  };
}

export async function previewConversion(
  { id }: Input<typeof contract.previewConversion>,
  step: Step,
): Promise<Output<typeof contract.previewConversion>> {
  const { row } = await readRow(leadObject, id, step);
  const matches = await findAccountMatches(
    { name: String(row.company), phone: row.phone as string | null, email: row.email as string | null },
    step,
  );
  return { matches };
}

export async function getHolding(_input: unknown, step: Step): Promise<Output<typeof contract.getHolding>> {
  const { actor, tx, now } = step;
  const today = startOfDay(dayOf(now, actor.org.zone), actor.org.zone);
  const mine = (await loadHoldings(step, [actor.id])).get(actor.id);
  const found = await sql<{ claims: number }>`
    select count(*) as claims from lead_places where org_id = ${actor.orgId}::uuid and owner_id = ${actor.id}::uuid
      and cause = 'claimed' and since >= ${today}`.execute(tx);
  return { held: mine?.held ?? 0, cap: mine?.cap ?? 0, claimsToday: found.rows[0]?.claims ?? 0 };
}

export async function listPools(
  _input: unknown,
  { actor, tx }: Step,
): Promise<Output<typeof contract.listPools>> {
  const found = await sql<{ id: string; name: string; isDefault: boolean; waiting: number }>`
    select t.pool_id as id, t.name, t.is_default as "isDefault",
      (select count(*) from leads l where l.org_id = t.org_id and l.pool_id = t.pool_id and l.deleted_at is null and l.status = 'unassigned') as waiting
    from (select p.*, p.id as pool_id from lead_pools p) as t
    where t.org_id = ${actor.orgId}::uuid and ${poolMember(actor)} order by t.is_default desc, t.name`.execute(
    tx,
  );
  return { items: found.rows };
}
