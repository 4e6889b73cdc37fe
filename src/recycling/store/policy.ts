import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import { firstRules, type RuleSet } from '../rules/rule-set.ts';

/** What an organisation has decided about recycling. */
export interface Policy {
  readonly enabled: boolean;
  readonly live: RuleSet | null;
  readonly draft: RuleSet;
  readonly version: number;
  readonly clocked: number;
  readonly pausedOn: string | null;
  readonly firstNight: string | null;
}

const columns = sql`enabled, live, draft, version, clocked, paused_on as "pausedOn", first_night as "firstNight"`;

/** The policy as it stands; without one recycling is off and a first draft proposed. */
export async function loadPolicy({ tx, actor }: Step): Promise<Policy> {
  const found = await sql<Policy>`
    select ${columns} from recycle_policies where org_id = ${actor.orgId}::uuid`.execute(tx);
  return (
    found.rows[0] ?? {
      ...{ enabled: false, live: null, draft: firstRules(newId()), version: 0, clocked: 0 },
      ...{ pausedOn: null, firstNight: null },
    }
  );
}

/** Locks the policy, making it when there is none: whoever changes rules or switches comes one after the other. */
export async function lockPolicy(step: Step): Promise<Policy> {
  const { tx, actor } = step;
  await sql`
    insert into recycle_policies (org_id, draft) values (${actor.orgId}::uuid, ${JSON.stringify(firstRules(newId()))}::jsonb)
    on conflict do nothing`.execute(tx);
  const found = await sql<Policy>`
    select ${columns} from recycle_policies where org_id = ${actor.orgId}::uuid for update`.execute(tx);
  const policy = found.rows[0];
  if (!policy) throw new Error('a policy was just made');
  return policy;
}

export async function saveDraft({ tx, actor, now }: Step, draft: RuleSet): Promise<void> {
  await sql`
    update recycle_policies set draft = ${JSON.stringify(draft)}::jsonb, changed_at = ${now}, changed_by = ${actor.id}::uuid
    where org_id = ${actor.orgId}::uuid`.execute(tx);
}

/** Puts the draft in force; clocks have to be looked at again under the new version. */
export async function saveEnabled({ tx, actor, now }: Step, firstNight: string): Promise<void> {
  await sql`
    update recycle_policies set enabled = true, live = draft, version = version + 1, first_night = ${firstNight}::date,
      changed_at = ${now}, changed_by = ${actor.id}::uuid
    where org_id = ${actor.orgId}::uuid`.execute(tx);
}

export async function saveDisabled({ tx, actor, now }: Step, pausedOn: string): Promise<void> {
  await sql`
    update recycle_policies set enabled = false, version = version + 1, paused_on = ${pausedOn}::date,
      changed_at = ${now}, changed_by = ${actor.id}::uuid
    where org_id = ${actor.orgId}::uuid`.execute(tx);
}

/** Every clock stands as this version of the rules says; a pause that was lived through is over. */
export async function saveClocked({ tx, actor }: Step, version: number): Promise<void> {
  await sql`
    update recycle_policies set clocked = ${version}, paused_on = case when enabled then null else paused_on end
    where org_id = ${actor.orgId}::uuid and version = ${version}`.execute(tx);
}

/** Remembers that somebody has seen what these rules would do. */
export async function saveSimulation({ tx, actor, now }: Step, print: string): Promise<string> {
  const id = newId();
  await sql`
    insert into recycle_simulations (org_id, id, fingerprint, created_at, created_by)
    values (${actor.orgId}::uuid, ${id}::uuid, md5(${print}), ${now}, ${actor.id}::uuid)`.execute(tx);
  return id;
}

/** Whether this person has seen a simulation of exactly these rules within the last day. */
export async function hasSeen({ tx, actor, now }: Step, print: string): Promise<boolean> {
  const found = await sql`
    select 1 from recycle_simulations where org_id = ${actor.orgId}::uuid and fingerprint = md5(${print})
      and created_by = ${actor.id}::uuid and created_at > ${now}::timestamptz - interval '1 day' limit 1`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** Pools that a rule may name: those there are. */
export async function loadPoolNames({ tx, actor }: Step): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from lead_pools where org_id = ${actor.orgId}::uuid order by is_default desc, name`.execute(
    tx,
  );
  return found.rows;
}
