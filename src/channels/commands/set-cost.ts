import { acceptValues } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { costSet } from '../events.ts';
import { costObject } from '../fields/cost.ts';
import { decideCost } from '../rules/costing.ts';
import { lockCampaign } from '../store/campaigns.ts';
import { lockCosts, saveCosts } from '../store/costs.ts';

/** Sets what a channel, or one campaign on it, cost in one month. Of two people who do so at once the later sees the first. */
export async function setCost(
  { channel, campaignId, month, amount, note, was }: Input<typeof contract.setCost>,
  step: Step,
): Promise<Output<typeof contract.setCost>> {
  const day = `${month}-01`;
  const values = acceptValues(step.actor, costObject, { channel, campaignId, month: day, amount });
  const campaign = campaignId ? await lockCampaign(step, campaignId) : null;
  const [cost] = await lockCosts(step, [{ channel, campaignId, month: day }]);
  if (!cost) throw new Error('the place was made a moment ago');
  const after = String(values.amount);
  orRefuse(decideCost({ channel, campaign, before: cost.amount, was }));

  const kept = note === undefined ? cost.note : note;
  if (cost.amount === after && kept === cost.note) return { id: cost.id, version: cost.version };
  const saved = await saveCosts(step, [{ id: cost.id, amount: after, note: kept }]);
  await announce(step, costSet, {
    subject: cost.id,
    about: [campaignId],
    changes: { amount: [cost.amount, after], ...(kept === cost.note ? {} : { note: [cost.note, kept] }) },
    data: { channel, campaignId, month, amount: after },
  });
  return { id: cost.id, version: saved.get(cost.id) ?? cost.version };
}
