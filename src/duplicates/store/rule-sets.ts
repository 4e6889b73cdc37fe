import { sql } from 'kysely';
import { type Step, stale } from '#kernel/command.ts';
import type { DuplicateRule, DuplicateSettings, EntryPoint } from '../model.ts';
import { defaultRules } from '../rules/rule-sets.ts';

export interface RuleSet {
  readonly entry: EntryPoint;
  readonly rules: readonly DuplicateRule[];
  /** 0 while nobody has set them. */
  readonly version: number;
}

/** The rules of every way in: what was set, else what we start with. */
export async function loadRuleSets({ tx, actor }: Pick<Step, 'tx' | 'actor'>): Promise<RuleSet[]> {
  const found = await sql<RuleSet>`
    select entry, rules, version from duplicate_rule_sets where org_id = ${actor.orgId}::uuid`.execute(tx);
  return (Object.keys(defaultRules) as EntryPoint[]).map(
    (entry) =>
      found.rows.find((one) => one.entry === entry) ?? { entry, rules: defaultRules[entry], version: 0 },
  );
}

export async function loadRules(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  entry: EntryPoint,
): Promise<readonly DuplicateRule[]> {
  const found = await sql<{ rules: DuplicateRule[] }>`
    select rules from duplicate_rule_sets where org_id = ${actor.orgId}::uuid and entry = ${entry}`.execute(
    tx,
  );
  return found.rows[0]?.rules ?? defaultRules[entry];
}

/** Saves the rules of one way in under the version that was read. */
export async function saveRules(
  { tx, actor, now }: Step,
  { entry, rules, version }: RuleSet,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    insert into duplicate_rule_sets as s (org_id, entry, rules, version, updated_at, updated_by)
    values (${actor.orgId}::uuid, ${entry}, ${JSON.stringify(rules)}::jsonb, 1, ${now}, ${actor.id}::uuid)
    on conflict (org_id, entry) do update set rules = excluded.rules, version = s.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by where s.version = ${version}
    returning version`.execute(tx);
  const next = saved.rows[0]?.version;
  if (next === undefined || next !== version + 1) throw stale({ entry });
  return next;
}

const usual: DuplicateSettings = { shown: [], alertHits: 30, version: 0 };

/** What records out of reach show, and from how many hits a day the administrators hear. */
export async function loadSettings({ tx, actor }: Pick<Step, 'tx' | 'actor'>): Promise<DuplicateSettings> {
  const found = await sql<DuplicateSettings>`
    select shown, alert_hits as "alertHits", version from duplicate_settings where org_id = ${actor.orgId}::uuid`.execute(
    tx,
  );
  return found.rows[0] ?? usual;
}

export async function saveSettings(
  { tx, actor }: Step,
  { shown, alertHits, version }: DuplicateSettings,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    insert into duplicate_settings as s (org_id, shown, alert_hits)
    values (${actor.orgId}::uuid, ${shown}::text[], ${alertHits})
    on conflict (org_id) do update set shown = excluded.shown, alert_hits = excluded.alert_hits, version = s.version + 1
      where s.version = ${version}
    returning version`.execute(tx);
  const next = saved.rows[0]?.version;
  if (next === undefined || next !== version + 1) throw stale({});
  return next;
}
