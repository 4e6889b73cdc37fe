import { fact } from '#kernel/outbox.ts';

export const campaignCreated = fact<{ name: string; channel: string }>('campaign.created', 'campaigns');
export const campaignUpdated = fact('campaign.updated', 'campaigns');
export const campaignDeleted = fact('campaign.deleted', 'campaigns');
export const costSet = fact<{ channel: string; campaignId: string | null; month: string; amount: string }>(
  'cost.set',
  'channelCosts',
);
