import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#kernel/access.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { pooledLeadObject } from './fields/pool-lead.ts';
import { leadObject } from './fields.ts';
import { poolSeen } from './store/pools.ts';

/** The pools this person is in: open ones, and those that name him. */
export function poolMember(actor: Actor): RawBuilder<unknown> {
  return sql`t.pool_id = any(array(
    select p.id from lead_pools p where p.org_id = ${actor.orgId}::uuid and ${poolSeen(actor)}))`;
}

export const leadSource: ListSource = { definition: leadObject };

/** Leads waiting in pools, for their members whatever their own scope is. */
export const poolLeadSource: ListSource = {
  definition: pooledLeadObject,
  visible: (actor) =>
    sql`(t.org_id = ${actor.orgId}::uuid and t.deleted_at is null and t.pool_id is not null and ${poolMember(actor)})`,
  where: () => sql`t.status = 'unassigned'`,
};
