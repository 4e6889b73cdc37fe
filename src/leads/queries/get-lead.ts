import { sql } from 'kysely';
import { may, visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { readRow } from '#kernel/read-row.ts';
import { dayOf } from '#kernel/values/day.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { openedLeadObject, pooledLeadObject } from '../fields/pool-lead.ts';
import { leadObject } from '../fields.ts';
import type { LeadStatus } from '../model.ts';
import { poolAdmin } from '../store/pools.ts';

interface Standing {
  readonly inScope: boolean;
  readonly poolId: string | null;
  readonly isAdmin: boolean;
  readonly quota: number | null;
  readonly seen: number;
  readonly opened: boolean;
  readonly undoable: boolean;
}

/** How this person stands to a lead: his own to see, or one of a pool, with what that pool limits. */
async function standingOf(id: string, { actor, tx, now }: Step): Promise<Standing> {
  const day = dayOf(now, actor.org.zone);
  const found = await sql<Standing>`
    select ${visibleTo(actor, leadObject)} as "inScope", t.pool_id as "poolId",
      coalesce(p.id is not null and ${poolAdmin(actor)}, false) as "isAdmin", p.view_quota as quota,
      case when p.view_quota is null then 0 else (select count(*) from lead_views v where v.org_id = t.org_id
        and v.user_id = ${actor.id}::uuid and v.seen_on = ${day}::date and v.pool_id = p.id) end as seen,
      exists (select 1 from lead_views v where v.org_id = t.org_id and v.user_id = ${actor.id}::uuid
        and v.seen_on = ${day}::date and v.lead_id = t.id) as opened,
      t.status = 'converted' and t.converted_at > ${now}::timestamptz - interval '24 hours' as undoable
    from leads t left join lead_pools p on p.org_id = t.org_id and p.id = t.pool_id
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid`.execute(tx);
  const standing = found.rows[0];
  if (!standing) throw notFound();
  return standing;
}

/** One lead with what this person may do to it; in a pool he is only a member of, without what the pool hides. */
export async function getLead(
  { id }: Input<typeof contract.getLead>,
  step: Step,
): Promise<Output<typeof contract.getLead>> {
  const { actor } = step;
  const standing = await standingOf(id, step);
  const { inScope, isAdmin, quota, seen, opened } = standing;
  const whole = inScope || isAdmin;
  const definition = whole ? leadObject : opened ? openedLeadObject : pooledLeadObject;
  const { row, names } = await readRow(definition, id, step);
  const { hiddenKeys = [], ...lead } = row;
  const status = row.status as LeadStatus;
  const mine = row.ownerId === actor.id;
  const waits = row.poolId !== null && status === 'unassigned';
  const open = status === 'pending' || status === 'following';
  return {
    lead: lead as Output<typeof contract.getLead>['lead'],
    names,
    hidden: hiddenKeys as string[],
    views: !whole && quota !== null ? { seen, quota, opened } : null,
    may: {
      edit: open && may(actor, 'leads.update'),
      claim: waits && may(actor, 'leads.claim'),
      release: open && (mine || may(actor, 'leads.assign')) && may(actor, 'leads.release'),
      convert: open && may(actor, 'leads.convert'),
      assign: (open || status === 'unassigned') && may(actor, 'leads.assign'),
      transfer: waits && isAdmin && may(actor, 'leads.assign'),
      bypass: waits && isAdmin && may(actor, 'leads.claim'),
      nurture: open && may(actor, 'leads.update'),
      undoConversion: standing.undoable && may(actor, 'leads.convert'),
    },
  };
}
