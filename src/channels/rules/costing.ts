import { compareMoney } from '#kernel/values/money.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';

interface Entering {
  readonly channel: string;
  readonly campaign: { readonly channel: string } | null;
  /** What stands there, under the lock. */
  readonly before: string;
  /** What stood there when the person looked. */
  readonly was?: string;
}

/** Decides whether a cost may be entered: on the campaign's own channel, and knowing what stood there. */
export function decideCost({
  channel,
  campaign,
  before,
  was,
}: Entering): Decision<true, 'not_its_channel' | 'cost_changed'> {
  if (campaign && campaign.channel !== channel) return no('not_its_channel', { channel: campaign.channel });
  if (was !== undefined && compareMoney(was, before) !== 0) return no('cost_changed', { amount: before });
  return yes(true);
}
