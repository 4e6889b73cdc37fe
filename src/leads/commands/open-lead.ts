import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/pools.ts';
import { lockHolder, lockLead } from '../store/leads.ts';
import { loadViews, saveView } from '../store/pool-settings.ts';
import { loadPoolPolicy } from '../store/pools.ts';

/** Opens the details of a lead in a pool that limits how many of them one person opens a day; each counts once a day. */
export async function openLead(
  { id }: Input<typeof contract.openLead>,
  step: Step,
): Promise<Output<typeof contract.openLead>> {
  await lockHolder(step, step.actor.id);
  const lead = await lockLead(step, id);
  if (lead.poolId === null) return { seen: 0, quota: null };
  const day = dayOf(step.now, step.actor.org.zone);
  const view = { leadId: id, poolId: lead.poolId, day };
  const { seen, quota, thisOne } = await loadViews(step, view);
  if (quota === null || thisOne) return { seen, quota };
  const { isAdmin } = await loadPoolPolicy(step, lead.poolId);
  if (!isAdmin && seen >= quota) throw new Refusal('rule', 'view_quota_reached', { detail: { seen, quota } });
  await saveView(step, view);
  return { seen: seen + 1, quota };
}
