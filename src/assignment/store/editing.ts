import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type { AssignmentRule } from '../rules/assignment-rule.ts';

export interface RuleToSave
  extends Pick<
    AssignmentRule,
    | 'name'
    | 'enabled'
    | 'waysIn'
    | 'condition'
    | 'method'
    | 'tableField'
    | 'tableRows'
    | 'poolId'
    | 'whenNobody'
  > {
  readonly members: readonly { readonly userId: string; readonly rowNo: number; readonly weight: number }[];
}

/** The list as a whole: whoever adds or orders rules waits for the others. */
export async function lockRuleList({ tx, actor }: Step): Promise<{ id: string; version: number }[]> {
  const found = await sql<{ id: string; version: number }>`
    select id, version from assignment_rules where org_id = ${actor.orgId}::uuid order by id for update`.execute(
    tx,
  );
  return found.rows;
}

export async function lockRule({ tx, actor }: Step, id: string): Promise<{ name: string; version: number }> {
  const found = await sql<{ name: string; version: number }>`
    select name, version from assignment_rules where org_id = ${actor.orgId}::uuid and id = ${id}::uuid for update`.execute(
    tx,
  );
  const rule = found.rows[0];
  if (!rule) throw notFound();
  return rule;
}

/** People and pool of a rule must be of this organisation: 422 otherwise. */
export async function requireNamed({ tx, actor }: Step, rule: RuleToSave): Promise<void> {
  const ids = [...new Set(rule.members.map((member) => member.userId))];
  const found = await sql<{ people: number; pools: number }>`
    select (select count(*) from users where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[])) as people,
      (select count(*) from lead_pools where org_id = ${actor.orgId}::uuid and id = ${rule.poolId}::uuid) as pools`.execute(
    tx,
  );
  if ((found.rows[0]?.people ?? 0) < ids.length)
    throw badInput([{ field: 'members', code: 'unknown_reference' }]);
  if (rule.poolId && !found.rows[0]?.pools) throw badInput([{ field: 'poolId', code: 'unknown_reference' }]);
}

export async function insertRule(step: Step, id: string, rule: RuleToSave): Promise<void> {
  const { tx, actor, now } = step;
  await sql`
    insert into assignment_rules (org_id, id, name, position, enabled, ways_in, condition, method, table_field, table_rows,
      pool_id, when_nobody, created_at, created_by)
    select ${actor.orgId}::uuid, ${id}::uuid, ${rule.name}, coalesce(max(position), 0) + 1, ${rule.enabled},
      ${rule.waysIn}::text[], ${jsonOf(rule.condition)}::jsonb, ${rule.method}, ${rule.tableField},
      ${jsonOf(rule.tableRows)}::jsonb, ${rule.poolId}::uuid, ${rule.whenNobody}, ${now}, ${actor.id}::uuid
    from assignment_rules where org_id = ${actor.orgId}::uuid`.execute(tx);
  await replaceMembers(step, id, rule);
}

export async function saveRule(step: Step, id: string, rule: RuleToSave): Promise<number> {
  const saved = await sql<{ version: number }>`
    update assignment_rules set name = ${rule.name}, enabled = ${rule.enabled}, ways_in = ${rule.waysIn}::text[],
      condition = ${jsonOf(rule.condition)}::jsonb, method = ${rule.method}, table_field = ${rule.tableField},
      table_rows = ${jsonOf(rule.tableRows)}::jsonb, pool_id = ${rule.poolId}::uuid, when_nobody = ${rule.whenNobody},
      version = version + 1
    where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid returning version`.execute(step.tx);
  await replaceMembers(step, id, rule);
  return saved.rows[0]?.version ?? 1;
}

/** Whoever stays keeps his place in the turns. Other people or weights begin a new round: old credits mean nothing then. */
async function replaceMembers({ tx, actor }: Step, id: string, rule: RuleToSave): Promise<void> {
  const before = await sql<{ userId: string; rowNo: number; weight: number }>`
    select user_id as "userId", row_no as "rowNo", weight from assignment_members
    where org_id = ${actor.orgId}::uuid and rule_id = ${id}::uuid`.execute(tx);
  const shape = (members: RuleToSave['members']) =>
    members
      .map(({ userId, rowNo, weight }) => `${rowNo} ${userId} ${weight}`)
      .sort()
      .join();
  const same = shape(before.rows) === shape(rule.members);
  const rows = rule.members.map((member, position) => ({ ...member, position }));
  await sql`
    delete from assignment_members m where m.org_id = ${actor.orgId}::uuid and m.rule_id = ${id}::uuid and not exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("userId" uuid, "rowNo" integer)
      where r."userId" = m.user_id and r."rowNo" = m.row_no)`.execute(tx);
  await sql`
    insert into assignment_members (org_id, rule_id, row_no, user_id, position, weight)
    select ${actor.orgId}::uuid, ${id}::uuid, g."rowNo", g."userId", g.position, g.weight
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as g("userId" uuid, "rowNo" integer, weight integer, position integer)
    on conflict (org_id, rule_id, row_no, user_id) do update set position = excluded.position, weight = excluded.weight,
      credit = case when ${same} then assignment_members.credit else 0 end`.execute(tx);
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function removeRule({ tx, actor }: Step, id: string): Promise<void> {
  await sql`delete from waiting_leads where org_id = ${actor.orgId}::uuid and rule_id = ${id}::uuid`.execute(
    tx,
  );
  await sql`delete from assignment_members where org_id = ${actor.orgId}::uuid and rule_id = ${id}::uuid`.execute(
    tx,
  );
  await sql`delete from assignment_rules where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(
    tx,
  );
}

export async function saveOrder({ tx, actor }: Step, ids: readonly string[]): Promise<void> {
  await sql`
    update assignment_rules t set position = r.position
    from unnest(${ids}::uuid[]) with ordinality as r(id, position)
    where t.org_id = ${actor.orgId}::uuid and t.id = r.id and t.position <> r.position`.execute(tx);
}

/** Saves the settings as a whole; null when somebody saved in between. */
export async function saveSettings(
  { tx, actor }: Step,
  settings: object,
  version: number,
): Promise<number | null> {
  const json = JSON.stringify(settings);
  const saved = await sql<{ version: number }>`
    insert into assignment_settings (org_id, settings, version) select ${actor.orgId}::uuid, ${json}::jsonb, 1
    on conflict (org_id) do update set settings = excluded.settings, version = assignment_settings.version + 1
      where assignment_settings.version = ${version} returning version`.execute(tx);
  const after = saved.rows[0]?.version;
  return after === undefined || after !== version + 1 ? null : after;
}
