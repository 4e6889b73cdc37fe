import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { loadRules, loadSettings } from '../store/rules.ts';

interface Counts {
  readonly id: string;
  readonly waiting: number;
  readonly dealt30: number;
  readonly version: number;
}

/** The list of rules with what each has dealt and who waits before it, and whom a rule can name. */
export async function listRules(_input: unknown, step: Step): Promise<Output<typeof contract.listRules>> {
  const { tx, actor, now } = step;
  const org = sql`${actor.orgId}::uuid`;
  const counts = await sql<Counts>`
    select t.id, t.version,
      (select count(*) from waiting_leads w where w.org_id = t.org_id and w.rule_id = t.id) as waiting,
      (select count(*) from assignments a where a.org_id = t.org_id and a.rule_id = t.id and a.to_owner_id is not null
        and a.at > ${now}::timestamptz - interval '30 days') as "dealt30"
    from assignment_rules t where t.org_id = ${org}`.execute(tx);
  const byId = new Map(counts.rows.map((row) => [row.id, row]));
  const pools = await sql<{ id: string; name: string; isDefault: boolean }>`
    select id, name, is_default as "isDefault" from lead_pools where org_id = ${org} order by is_default desc, name`.execute(
    tx,
  );
  const people = await sql<{ id: string; name: string }>`
    select u.id, u.name from users u where u.org_id = ${org} and u.status = 'active' order by u.name, u.id`.execute(
    tx,
  );
  const rules = await loadRules(step);
  return {
    items: rules.map(({ turn: _turn, members, ...rule }) => ({
      ...rule,
      waysIn: rule.waysIn === null ? null : [...rule.waysIn],
      tableRows: rule.tableRows.map((row) => [...row]),
      members: members.map(({ userId, rowNo, weight }) => ({ userId, rowNo, weight })),
      waiting: byId.get(rule.id)?.waiting ?? 0,
      dealt30: byId.get(rule.id)?.dealt30 ?? 0,
      version: byId.get(rule.id)?.version ?? 1,
    })),
    pools: pools.rows,
    people: people.rows,
  };
}

/** Hours, blacklist, recognition and response times as they are in force. */
export async function getSettings(_input: unknown, step: Step): Promise<Output<typeof contract.getSettings>> {
  const { settings, version } = await loadSettings(step);
  return { ...(settings as unknown as Output<typeof contract.getSettings>), version };
}
