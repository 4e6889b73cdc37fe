import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as poolContract from '../contract/pools.ts';
import type * as contract from '../contract.ts';
import { leadObject } from '../fields.ts';
import { poolAdmin, poolSeen, poolTakes } from '../store/pools.ts';

/** The pools this person sees, with how many leads wait in each, and those he may put leads into. */
export async function listPools(
  _input: unknown,
  { actor, tx }: Step,
): Promise<Output<typeof contract.listPools>> {
  const found = await sql<Output<typeof contract.listPools>['items'][number]>`
    select p.id, p.name, p.is_default as "isDefault", p.mode, ${poolAdmin(actor)} as "isAdmin",
      ${poolSeen(actor)} as seen, ${poolTakes(actor)} as takes, p.claim_window as "claimWindow",
      case when ${poolSeen(actor)} then (select count(*) from leads l where l.org_id = p.org_id and l.pool_id = p.id
        and l.deleted_at is null and l.status = 'unassigned') else 0 end as waiting
    from lead_pools p
    where p.org_id = ${actor.orgId}::uuid and p.active and (${poolSeen(actor)} or ${poolTakes(actor)})
    order by p.is_default desc, p.name`.execute(tx);
  return { items: found.rows };
}

const people = sql`jsonb_build_object('kind', s.kind, 'id', s.ref_id, 'name', coalesce(case s.kind
  when 'user' then (select x.name from users x where x.org_id = s.org_id and x.id = s.ref_id)
  when 'role' then (select x.name from roles x where x.org_id = s.org_id and x.id = s.ref_id)
  else (select x.name from teams x where x.org_id = s.org_id and x.id = s.ref_id) end, ''))`;

/** Every pool with its rules, for whoever sets them up. */
export async function poolSettings(
  _input: unknown,
  step: Step,
): Promise<Output<typeof poolContract.poolSettings>> {
  const { actor, tx } = step;
  const found = await sql<Output<typeof poolContract.poolSettings>['items'][number]>`
    select p.id, p.version, p.name, p.mode, p.is_default as "isDefault", p.active, p.open_to_all as "openToAll",
      p.daily_quota as "dailyQuota", p.protect_hours as "protectHours", p.claim_window as "claimWindow",
      jsonb_build_object('amount', coalesce(p.cooldown_hours, p.cooldown_days),
        'unit', case when p.cooldown_hours is null then 'days' else 'hours' end) as cooldown,
      p.view_quota as "viewQuota", p.retention, p.hidden_fields as "hiddenFields",
      coalesce((select jsonb_agg(${people} order by s.kind, s.ref_id) from lead_pool_scopes s
        where s.org_id = p.org_id and s.pool_id = p.id and not s.is_admin), '[]') as members,
      coalesce((select jsonb_agg(${people} order by s.kind, s.ref_id) from lead_pool_scopes s
        where s.org_id = p.org_id and s.pool_id = p.id and s.is_admin), '[]') as admins,
      (select count(*) from leads l where l.org_id = p.org_id and l.pool_id = p.id and l.deleted_at is null) as waiting
    from lead_pools p where p.org_id = ${actor.orgId}::uuid and p.deleted_at is null
    order by p.is_default desc, p.name`.execute(tx);
  return { items: found.rows, choices: await listScopeChoices(step) };
}

/** Whom a rule may name: people who work here, roles and teams. */
export async function listScopeChoices({
  actor,
  tx,
}: Step): Promise<{ kind: 'user' | 'role' | 'team'; id: string; name: string }[]> {
  const org = sql`org_id = ${actor.orgId}::uuid`;
  const found = await sql<{ kind: 'user' | 'role' | 'team'; id: string; name: string }>`
    select * from (
      select 'team' as kind, id, name, 1 as rank from teams where ${org}
      union all select 'role', id, name, 2 from roles where ${org}
      union all select 'user', id, name, 3 from users where ${org} and status = 'active') as c
    order by rank, name`.execute(tx);
  return found.rows.map(({ kind, id, name }) => ({ kind, id, name }));
}

/** Where a lead has been, newest first; whoever sees the lead sees its way. */
export async function placesOfLead(
  { id }: Input<typeof poolContract.placesOfLead>,
  step: Step,
): Promise<Output<typeof poolContract.placesOfLead>> {
  const { actor, tx } = step;
  await readRow(leadObject, id, step);
  type Item = Output<typeof poolContract.placesOfLead>['items'][number];
  const found = await sql<Omit<Item, 'since' | 'until'> & { since: Date; until: Date | null }>`
    select h.since, h.until, h.cause, h.reason, h.note, o.name as owner, p.name as pool, b.name as by
    from lead_places h
    left join users o on o.org_id = h.org_id and o.id = h.owner_id
    left join lead_pools p on p.org_id = h.org_id and p.id = h.pool_id
    left join users b on b.org_id = h.org_id and b.id = h.actor_id
    where h.org_id = ${actor.orgId}::uuid and h.lead_id = ${id}::uuid order by h.seq desc limit 200`.execute(
    tx,
  );
  return {
    items: found.rows.map(({ since, until, ...row }) => ({
      ...row,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
  };
}
