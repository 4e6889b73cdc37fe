import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { readRow } from '#kernel/read-row.ts';
import { recordVisible } from '#kernel/records.ts';
import type * as contract from '../contract.ts';
import { campaignObject } from '../fields/campaign.ts';

/** One campaign, the names it goes by, and how many leads carry one of them. */
export async function getCampaign(
  { id }: Input<typeof contract.getCampaign>,
  step: Step,
): Promise<Output<typeof contract.getCampaign>> {
  const { actor, tx } = step;
  const { row, names } = await readRow(campaignObject, id, step);
  const found = await sql<{ also: string[]; leads: number }>`
    select array(select n.name_key from campaign_names n where n.org_id = ${actor.orgId}::uuid and n.campaign_id = ${id}::uuid
        and n.name_key is distinct from yd_campaign_key(${row.name as string})
        and n.name_key is distinct from yd_campaign_key(${(row.code ?? null) as string | null}) order by 1) as also,
      (select count(*)::integer from leads as t where ${recordVisible(actor, 'leads')} and yd_campaign_key(t.campaign) in (
        select n.name_key from campaign_names n where n.org_id = ${actor.orgId}::uuid and n.campaign_id = ${id}::uuid)) as leads`.execute(
    tx,
  );
  const { also, leads } = found.rows[0] ?? { also: [], leads: 0 };
  return {
    campaign: row as Output<typeof contract.getCampaign>['campaign'],
    names,
    also,
    leads,
  };
}

/** What leads call campaigns that nobody entered, most leads first, as far as this person sees the leads. */
export async function unknownCampaigns(
  _input: unknown,
  { actor, tx }: Step,
): Promise<Output<typeof contract.unknownCampaigns>> {
  const found = await sql<{ name: string; channel: string; leads: number }>`
    select min(t.campaign) as name, mode() within group (order by t.channel) as channel, count(*)::integer as leads
    from leads as t
    where ${recordVisible(actor, 'leads')} and yd_campaign_key(t.campaign) is not null
      and not exists (select from campaign_names n where n.org_id = t.org_id and n.name_key = yd_campaign_key(t.campaign))
    group by yd_campaign_key(t.campaign) order by leads desc, name limit 20`.execute(tx);
  return { items: found.rows };
}
