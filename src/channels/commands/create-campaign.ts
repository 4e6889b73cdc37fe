import { acceptValues, insertRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { campaignCreated } from '../events.ts';
import { campaignObject } from '../fields/campaign.ts';
import { requireOrder } from '../rules/campaign-period.ts';
import { claimNames } from '../store/campaigns.ts';

/** Enters a campaign; leads that carry its name or code belong to it from then on, those of the past too. */
export async function createCampaign(
  sent: Input<typeof contract.createCampaign>,
  step: Step,
): Promise<Output<typeof contract.createCampaign>> {
  const { actor, now } = step;
  const values = acceptValues(actor, campaignObject, sent);
  requireOrder(values.startsOn, values.endsOn);

  const id = newId();
  await insertRow(step, campaignObject, id, values, { created_at: now, created_by: actor.id });
  const taken = await claimNames(step, id, [String(values.name), (values.code ?? null) as string | null]);
  if (taken) throw new Refusal('rule', 'campaign_name_taken', { detail: { name: taken } });
  await announce(step, campaignCreated, {
    subject: id,
    data: { name: String(values.name), channel: String(values.channel) },
  });
  return { id, version: 1 };
}
