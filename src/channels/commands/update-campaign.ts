import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { campaignUpdated } from '../events.ts';
import { campaignObject } from '../fields/campaign.ts';
import { requireOrder } from '../rules/campaign-period.ts';
import { claimNames, lockCampaign, moveCosts } from '../store/campaigns.ts';

/** Changes a campaign under the version the caller read. It keeps the names it had; its costs follow its channel. */
export async function updateCampaign(
  { id, version, ...sent }: Input<typeof contract.updateCampaign>,
  step: Step,
): Promise<Output<typeof contract.updateCampaign>> {
  const campaign = expectVersion(await lockCampaign(step, id), version);
  const values = acceptValues(step.actor, campaignObject, sent);
  const after = { ...campaign, ...values };
  requireOrder(after.startsOn, after.endsOn);

  const saved = await updateRow(step, campaignObject, campaign, values);
  if (saved.version === campaign.version) return { id, version: saved.version };
  const taken = await claimNames(step, id, [String(after.name), (after.code ?? null) as string | null]);
  if (taken) throw new Refusal('rule', 'campaign_name_taken', { detail: { name: taken } });
  if (after.channel !== campaign.channel) await moveCosts(step, id, String(after.channel));
  await announce(step, campaignUpdated, { subject: id, changes: saved.changes, data: {} });
  return { id, version: saved.version };
}
