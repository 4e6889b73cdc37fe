import { sql } from 'kysely';
import { rightsFor, visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { isGroup } from '#kernel/conditions/tree.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { objectNamed } from '#kernel/fields.ts';
import { addDays, startOfDay } from '#kernel/values/day.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import type { AssignmentRule } from '../rules/assignment-rule.ts';
import { ruleProblems } from '../rules/checking-rules.ts';
import { type PastLead, simulate } from '../rules/simulating.ts';
import { loadPools } from '../store/desk.ts';
import { leadColumns, leadDefinition } from '../store/lead-values.ts';
import { loadPeople } from '../store/people.ts';
import { loadRules, loadSettings } from '../store/rules.ts';

/** Leads that are dealt in a trial; of more a sample is drawn by their ids, the same one each time. */
const examinedAtMost = 100_000;
const atATime = 2_000;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Deals the leads of a past period by the rules as they are and by a draft, side by side. Changes nothing. Existing
 * owners, caps and cool-downs are left out: they are those of today, not of the day.
 */
export async function simulateRules(
  { from, to, rules }: Input<typeof contract.simulateRules>,
  step: Step,
): Promise<Output<typeof contract.simulateRules>> {
  const began = performance.now();
  if (to < from) throw badInput([{ field: 'to', code: 'not_forward' }]);
  const { zone } = step.actor.org;
  const definition = leadDefinition(step);
  const rights = rightsFor(step.actor, definition);
  const problems = rules.flatMap((rule, index) =>
    ruleProblems(rule, definition, rights).map((one) => ({ ...one, field: `rules.${index}.${one.field}` })),
  );
  if (problems.length > 0) throw badInput(problems);
  const today = await loadRules(step);
  const draft = rules.map((rule, index) => asRule(rule, index));
  const { settings } = await loadSettings(step);
  const keys = neededFields([...today, ...draft], settings.blacklist.length > 0);
  const past = await readPast(step, { from, until: addDays(to, 1), keys });
  const userIds = [...new Set([...today, ...draft].flatMap((rule) => rule.members.map((one) => one.userId)))];
  const { poolNames, defaultPoolId } = await loadPools(step);
  const people = await loadPeople(step, userIds, from, to);
  const moment = { actorId: nobody, now: step.now, zone };
  const desk = { settings, people, poolNames, defaultPoolId, definition, moment };
  const trial = simulate(today, draft, desk);
  for (let at = 0; at < past.leads.length; at += atATime) {
    trial.deal(past.leads.slice(at, at + atATime));
    // Others use the server meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const done = trial.result();
  return {
    ...{ leads: past.total, examined: past.leads.length, sampled: past.leads.length < past.total },
    changed: done.changed,
    sides: done.sides.map((side) => ({
      ...side,
      name: (side.kind === 'owner' ? people.get(side.key)?.name : poolNames.get(side.key)) ?? '',
    })),
    rules: [...done.rules],
    sample: done.sample.map(({ lead, ...sides }) => ({
      ...{ leadId: lead.id, company: lead.company, capturedAt: lead.at.toISOString() },
      ...sides,
    })),
    ms: Math.round(performance.now() - began),
  };
}

function asRule(rule: Input<typeof contract.simulateRules>['rules'][number], index: number): AssignmentRule {
  return {
    ...rule,
    id: rule.id ?? `draft ${index}`,
    position: index + 1,
    turn: 0,
    members: rule.members.map((member) => ({ ...member, turn: 0, credit: 0 })),
  };
}

/** Only what some rule asks for is read: half a million leads are wide. */
function neededFields(rules: readonly AssignmentRule[], barred: boolean): Set<string> {
  const keys = new Set(barred ? ['company', 'phone', 'email', 'uscc'] : ['company']);
  const walk = (condition: Condition): void => {
    if (isGroup(condition)) condition.rules.forEach(walk);
    else keys.add(condition.field);
  };
  for (const { condition, tableField } of rules) {
    if (condition) walk(condition);
    if (tableField) keys.add(tableField);
  }
  return keys;
}

async function readPast(
  step: Step,
  { from, until, keys }: { from: string; until: string; keys: ReadonlySet<string> },
): Promise<{ total: number; leads: PastLead[] }> {
  const { tx, actor } = step;
  const leads = objectNamed('leads');
  if (!leads) return { total: 0, leads: [] };
  const { zone } = actor.org;
  const inPeriod = sql`${visibleTo(actor, leads)} and t.captured_at >= ${startOfDay(from, zone)}
    and t.captured_at < ${startOfDay(until, zone)}`;
  const counted = await sql<{ n: number }>`select count(*) as n from leads t where ${inPeriod}`.execute(tx);
  const total = counted.rows[0]?.n ?? 0;
  const every = Math.ceil(total / examinedAtMost);
  const definition = leadDefinition(step);
  const custom = [...keys].some((key) => key.startsWith('custom.'));
  const columns = leadColumns(
    { ...definition, fields: definition.fields.filter((field) => keys.has(field.key)) },
    custom,
  );
  const sampled = every > 1 ? sql`and abs(hashtextextended(t.id::text, 7)) % ${sql.lit(every)} = 0` : sql``;
  const found = await sql<
    Record<string, unknown> & { id: string; company: string; at: Date; method: string }
  >`
    select ${columns}, t.captured_at as at, t.capture_method as method from leads t
    where ${inPeriod} ${sampled} order by t.captured_at, t.id`.execute(tx);
  return {
    total,
    leads: found.rows.map((row) => ({
      id: row.id,
      company: row.company,
      at: row.at,
      method: row.method,
      values: row,
    })),
  };
}
