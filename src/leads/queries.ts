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

/** The pools this person is in: open ones, and those that name him. */
export function poolMember(actor: Actor): RawBuilder<unknown> {
  return sql`t.pool_id = any(array(
    select p.id from lead_pools p where p.org_id = ${actor.orgId}::uuid and (p.open_to_all or exists (
      select 1 from lead_pool_members m where m.org_id = p.org_id and m.pool_id = p.id and m.user_id = ${actor.id}::uuid))))`;
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

export async function getHolding(
  _input: unknown,
  { actor, tx, now }: Step,
): Promise<Output<typeof contract.getHolding>> {
  const today = startOfDay(dayOf(now, actor.org.zone), actor.org.zone);
  const found = await sql<Output<typeof contract.getHolding>>`
    select
      coalesce((select held from lead_holders where org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid), 0) as held,
      coalesce((select private_cap from lead_policies where org_id = ${actor.orgId}::uuid), 50) as cap,
      (select count(*) from lead_places where org_id = ${actor.orgId}::uuid and owner_id = ${actor.id}::uuid
        and cause = 'claimed' and since >= ${today}) as "claimsToday"`.execute(tx);
  return found.rows[0] ?? { held: 0, cap: 50, claimsToday: 0 };
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
