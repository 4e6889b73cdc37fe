import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import type { DuplicateObject, HitState } from '../model.ts';

/** A found record before anything is hidden from the asker. */
export interface FoundRecord {
  readonly object: DuplicateObject;
  readonly id: string;
  readonly name: string;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly poolName: string | null;
  readonly state: HitState;
  readonly lastFollowAt: Date | null;
  readonly visible: boolean;
  readonly asked: boolean;
}

/** The records behind these hits, with whether the asker may see each. */
export async function loadFound(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  ids: Readonly<Record<DuplicateObject, readonly string[]>>,
): Promise<FoundRecord[]> {
  const org = sql`${actor.orgId}::uuid`;
  const parts: RawBuilder<unknown>[] = [];
  if (ids.leads.length > 0)
    parts.push(sql`
      select 'leads' as object, t.id, t.company as name, t.contact_name as contact, t.phone, t.email, t.owner_id as "ownerId",
        u.name as "ownerName", p.name as "poolName",
        case when t.merged_into is not null then 'merged' when t.deleted_at is not null then 'deleted' else t.status end as state,
        t.last_activity_at as "lastFollowAt", coalesce(${recordVisible(actor, 'leads')}, false) as visible,
        exists (select 1 from takeovers o where o.org_id = t.org_id and o.lead_id = t.id and o.status = 'open'
          and o.requester_id = ${actor.id}::uuid) as asked
      from leads as t
      left join users u on u.org_id = t.org_id and u.id = t.owner_id
      left join lead_pools p on p.org_id = t.org_id and p.id = t.pool_id
      where t.org_id = ${org} and t.id = any(${ids.leads}::uuid[])`);
  if (ids.accounts.length > 0)
    parts.push(sql`
      select 'accounts' as object, t.id, t.name as name, null::text as contact, t.phone as phone, null::text as email,
        t.owner_id as "ownerId", u.name as "ownerName", null::text as "poolName",
        case when t.deleted_at is not null then 'deleted' else 'account' end as state, t.last_activity_at as "lastFollowAt",
        coalesce(${recordVisible(actor, 'accounts')}, false) as visible, false as asked
      from accounts as t left join users u on u.org_id = t.org_id and u.id = t.owner_id
      where t.org_id = ${org} and t.id = any(${ids.accounts}::uuid[])`);
  if (ids.contacts.length > 0)
    parts.push(sql`
      select 'contacts' as object, t.id, a.name as name, t.name as contact, t.phone as phone, t.email as email,
        t.owner_id as "ownerId", u.name as "ownerName", null::text as "poolName",
        case when t.deleted_at is not null then 'deleted' else 'contact' end as state, t.last_activity_at as "lastFollowAt",
        coalesce(${recordVisible(actor, 'contacts')}, false) as visible, false as asked
      from contacts as t
      join accounts a on a.org_id = t.org_id and a.id = t.account_id
      left join users u on u.org_id = t.org_id and u.id = t.owner_id
      where t.org_id = ${org} and t.id = any(${ids.contacts}::uuid[])`);
  if (parts.length === 0) return [];
  const found = await sql<FoundRecord>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return found.rows;
}
