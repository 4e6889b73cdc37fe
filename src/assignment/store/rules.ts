import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { AssignmentRule, AssignmentSettings, Member } from '../rules/assignment-rule.ts';
import { defaultSettings } from '../rules/default-settings.ts';
import type { Turns } from '../rules/taking-turns.ts';

const members = sql`coalesce((select jsonb_agg(jsonb_build_object('userId', m.user_id, 'rowNo', m.row_no, 'weight', m.weight,
    'turn', m.turn, 'credit', m.credit) order by m.row_no, m.position, m.user_id)
  from assignment_members m where m.org_id = t.org_id and m.rule_id = t.id), '[]'::jsonb)`;

/** Every rule in its order, with its people in theirs. */
export async function loadRules({ tx, actor }: Step): Promise<AssignmentRule[]> {
  const found = await sql<AssignmentRule>`
    select t.id, t.name, t.position, t.enabled, t.ways_in as "waysIn", t.condition, t.method, t.table_field as "tableField",
      coalesce(t.table_rows, '[]'::jsonb) as "tableRows", t.pool_id as "poolId", t.when_nobody as "whenNobody", t.turn,
      ${members} as members
    from assignment_rules t where t.org_id = ${actor.orgId}::uuid order by t.position, t.id`.execute(tx);
  return found.rows;
}

/**
 * Locks the turns of some rules, in one order for everybody, and reads where they stand. From here on to the commit
 * nobody else is dealt a lead by these rules: two leads at once never both go to whoever was next.
 */
export async function lockTurns(
  { tx, actor }: Step,
  ruleIds: readonly string[],
): Promise<Map<string, { readonly turn: number; readonly members: readonly Member[] }>> {
  if (ruleIds.length === 0) return new Map();
  await sql`
    select 1 from assignment_rules where org_id = ${actor.orgId}::uuid and id = any(${ruleIds}::uuid[])
    order by id for update`.execute(tx);
  // A statement of its own: the one that waited for the lock has read the turns as they stood before.
  const found = await sql<{ id: string; turn: number; members: Member[] }>`
    select t.id, t.turn, ${members} as members from assignment_rules t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ruleIds}::uuid[])`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Writes down the turns that were taken; the caller holds the lock. */
export async function saveTurns({ tx, actor }: Step, turns: readonly Turns[]): Promise<void> {
  if (turns.length === 0) return;
  const rows = turns.map(({ ruleId, turn }) => ({ ruleId, turn }));
  const places = turns.flatMap(({ ruleId, members: all }) =>
    all.map(({ userId, rowNo, turn, credit }) => ({ ruleId, userId, rowNo, turn, credit })),
  );
  await sql`
    update assignment_rules t set turn = r.turn
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("ruleId" uuid, turn bigint)
    where t.org_id = ${actor.orgId}::uuid and t.id = r."ruleId"`.execute(tx);
  await sql`
    update assignment_members t set turn = r.turn, credit = r.credit
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as r("ruleId" uuid, "userId" uuid, "rowNo" integer, turn bigint, credit integer)
    where t.org_id = ${actor.orgId}::uuid and t.rule_id = r."ruleId" and t.user_id = r."userId" and t.row_no = r."rowNo"
      and (t.turn, t.credit) is distinct from (r.turn, r.credit)`.execute(tx);
}

/** What the organisation has set, or what holds until it does; version 0 then. */
export async function loadSettings({
  tx,
  actor,
}: Step): Promise<{ settings: AssignmentSettings; version: number }> {
  const found = await sql<{ settings: Partial<AssignmentSettings>; version: number }>`
    select settings, version from assignment_settings where org_id = ${actor.orgId}::uuid`.execute(tx);
  const row = found.rows[0];
  const defaults = defaultSettings(actor.org.locale);
  return row
    ? { settings: { ...defaults, ...row.settings }, version: row.version }
    : { settings: defaults, version: 0 };
}
