import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Words } from '#kernel/fields.ts';

/** One change of hands as the facts tell it. */
export interface Hand {
  readonly factId: string;
  readonly leadId: string;
  readonly at: Date;
  readonly cause: string;
  readonly fromOwnerId: string | null;
  readonly toOwnerId: string | null;
  readonly toPoolId: string | null;
  readonly ruleId: string | null;
  readonly reason: string | null;
  readonly why: Words | null;
  readonly actorId: string | null;
}

/** Writes changes of hands down for good; hearing the same fact again writes nothing. */
export async function insertHands({ tx, actor }: Step, hands: readonly Hand[]): Promise<void> {
  if (hands.length === 0) return;
  await sql`
    insert into assignments (org_id, id, lead_id, at, cause, from_owner_id, to_owner_id, to_pool_id, rule_id, rule_name,
      reason, why, actor_id)
    select ${actor.orgId}::uuid, r."factId", r."leadId", r.at, r.cause, r."fromOwnerId", r."toOwnerId", r."toPoolId",
      r."ruleId", (select a.name from assignment_rules a where a.org_id = ${actor.orgId}::uuid and a.id = r."ruleId"),
      r.reason, r.why, r."actorId"
    from jsonb_to_recordset(${JSON.stringify(hands)}::jsonb) as r("factId" uuid, "leadId" uuid, at timestamptz, cause text,
      "fromOwnerId" uuid, "toOwnerId" uuid, "toPoolId" uuid, "ruleId" uuid, reason text, why jsonb, "actorId" uuid)
    where exists (select 1 from leads l where l.org_id = ${actor.orgId}::uuid and l.id = r."leadId")
    on conflict do nothing`.execute(tx);
}

/** Puts leads that a rule could give to nobody into the line before it, and takes out those that have gone on. */
export async function lineUp({ tx, actor }: Step, hands: readonly Hand[]): Promise<void> {
  if (hands.length === 0) return;
  await sql`
    delete from waiting_leads where org_id = ${actor.orgId}::uuid and lead_id = any(${hands.map((one) => one.leadId)}::uuid[])`.execute(
    tx,
  );
  const waits = hands.filter((one) => one.ruleId && one.toPoolId && !one.toOwnerId);
  if (waits.length === 0) return;
  await sql`
    insert into waiting_leads (org_id, lead_id, rule_id, since)
    select ${actor.orgId}::uuid, r."leadId", r."ruleId", r.at
    from jsonb_to_recordset(${JSON.stringify(waits)}::jsonb) as r("leadId" uuid, "ruleId" uuid, at timestamptz)
    join assignment_rules a on a.org_id = ${actor.orgId}::uuid and a.id = r."ruleId" and a.method <> 'pool' and a.when_nobody = 'wait'
    join leads l on l.org_id = a.org_id and l.id = r."leadId" and l.pool_id is not null and l.deleted_at is null
    on conflict do nothing`.execute(tx);
}

export interface Waiting {
  readonly leadId: string;
  readonly ruleId: string;
}

/** The lines before the rules, each in the order of coming; at most so many of each. */
export async function listWaiting({ tx, actor }: Step, atMost: number): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select lead_id as "leadId", rule_id as "ruleId" from (
      select w.*, row_number() over (partition by w.rule_id order by w.since, w.lead_id) as nth
      from waiting_leads w where w.org_id = ${actor.orgId}::uuid) as w
    where nth <= ${atMost} order by since, lead_id`.execute(tx);
  return found.rows;
}

/** Whether a lead still waits in its pool. */
export async function isStillWaiting({ tx, actor }: Step, leadId: string): Promise<boolean> {
  const found = await sql`
    select 1 from waiting_leads w join leads l on l.org_id = w.org_id and l.id = w.lead_id
    where w.org_id = ${actor.orgId}::uuid and w.lead_id = ${leadId}::uuid and l.owner_id is null and l.deleted_at is null
      and l.status = 'unassigned'`.execute(tx);
  return found.rows.length > 0;
}

export async function stopWaiting({ tx, actor }: Step, leadId: string): Promise<void> {
  await sql`delete from waiting_leads where org_id = ${actor.orgId}::uuid and lead_id = ${leadId}::uuid`.execute(
    tx,
  );
}

/** Whether any rule is switched on: without one a lead whose clock ran out has nowhere to go. */
export async function hasRules({ tx, actor }: Step): Promise<boolean> {
  const found = await sql`
    select 1 from assignment_rules where org_id = ${actor.orgId}::uuid and enabled limit 1`.execute(tx);
  return found.rows.length > 0;
}
