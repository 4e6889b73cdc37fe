import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { Campaign } from '../model.ts';

/** A campaign with every stored value under its catalogue key. */
export type StoredCampaign = Campaign & { readonly [key: string]: unknown };

/** Locks a campaign; 404 when this person may not see campaigns or it is gone. */
export async function lockCampaign({ tx, actor }: Step, id: string): Promise<StoredCampaign> {
  const found = await sql<StoredCampaign>`
    select t.id, t.version, t.name, t.code, t.channel, t.status, t.starts_on as "startsOn", t.ends_on as "endsOn", t.budget, t.note
    from campaigns as t where t.id = ${id}::uuid and ${recordVisible(actor, 'campaigns')} for update of t`.execute(
    tx,
  );
  const campaign = found.rows[0];
  if (!campaign) throw notFound();
  return campaign;
}

/**
 * Lets a campaign go by these names too; those it had it keeps, so that leads which carry them stay with it. Returns the
 * first name that belongs to another campaign, if there is one.
 */
export async function claimNames(
  { tx, actor }: Step,
  campaignId: string,
  names: readonly (string | null)[],
): Promise<string | null> {
  const wanted = names.filter((name) => name !== null && name.trim() !== '');
  await sql`
    insert into campaign_names (org_id, name_key, campaign_id)
    select distinct ${actor.orgId}::uuid, yd_campaign_key(name), ${campaignId}::uuid from unnest(${wanted}::text[]) as name
    where yd_campaign_key(name) is not null
    on conflict do nothing`.execute(tx);
  const taken = await sql<{ name: string }>`
    select name from unnest(${wanted}::text[]) as name join campaign_names n on n.org_id = ${actor.orgId}::uuid
      and n.name_key = yd_campaign_key(name) where n.campaign_id <> ${campaignId}::uuid limit 1`.execute(tx);
  return taken.rows[0]?.name ?? null;
}

/** All that was ever spent on a campaign. */
export async function costOf({ tx, actor }: Step, campaignId: string): Promise<string> {
  const found = await sql<{ amount: string }>`
    select coalesce(sum(amount), 0)::numeric(18,2) as amount from channel_costs
    where org_id = ${actor.orgId}::uuid and campaign_id = ${campaignId}::uuid`.execute(tx);
  return found.rows[0]?.amount ?? '0.00';
}

/** Takes a campaign away and its names with it: leads that carry them name no campaign any more. */
export async function removeCampaign({ tx, actor, now }: Step, campaign: Campaign): Promise<number> {
  await sql`delete from campaign_names where org_id = ${actor.orgId}::uuid and campaign_id = ${campaign.id}::uuid`.execute(
    tx,
  );
  const gone = await sql<{ version: number }>`
    update campaigns set deleted_at = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${campaign.id}::uuid and deleted_at is null returning version`.execute(
    tx,
  );
  const row = gone.rows[0];
  if (!row) throw notFound();
  return row.version;
}

/** The costs of a campaign go with it to its new channel. */
export async function moveCosts({ tx, actor }: Step, campaignId: string, channel: string): Promise<void> {
  await sql`
    update channel_costs set channel = ${channel}, version = version + 1
    where org_id = ${actor.orgId}::uuid and campaign_id = ${campaignId}::uuid and channel <> ${channel}`.execute(
    tx,
  );
}
