import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { isPositiveMoney } from '#kernel/values/money.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { campaignDeleted } from '../events.ts';
import { costOf, lockCampaign, removeCampaign } from '../store/campaigns.ts';

/** Deletes a campaign on which nothing was spent; money that was spent stays where it was spent. */
export async function deleteCampaign(
  { id }: Input<typeof contract.deleteCampaign>,
  step: Step,
): Promise<Output<typeof contract.deleteCampaign>> {
  const campaign = await lockCampaign(step, id);
  const amount = await costOf(step, id);
  if (isPositiveMoney(amount)) throw new Refusal('rule', 'campaign_has_costs', { detail: { amount } });

  const version = await removeCampaign(step, campaign);
  await announce(step, campaignDeleted, { subject: id, data: {} });
  return { id, version };
}
