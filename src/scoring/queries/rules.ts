import { sql } from 'kysely';
import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { checkCondition } from '#kernel/conditions/check.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { isReadable } from '../rules/rule-checks.ts';
import { leadDefinition, loadClassRules, loadScorePlan } from '../store/rule-sets.ts';

/** The rules as they stand. A condition on a field that the reader may not see is not told. */
export async function getRules(_input: unknown, step: Step): Promise<Output<typeof contract.getRules>> {
  const definition = leadDefinition(step);
  const rights = rightsFor(step.actor, definition);
  const show = <R extends { readonly id: string; readonly condition: Condition }>(rule: R) => {
    const readable = isReadable(rule.condition, definition);
    // Readable in itself, but not by this person.
    const told = !readable || checkCondition(rule.condition, definition, rights).length === 0;
    return { ...rule, condition: told ? rule.condition : null, readable };
  };
  const classes = await loadClassRules(step);
  const plan = await loadScorePlan(step);
  const names = await namesOf(step, [classes.updatedBy, plan.updatedBy]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    classRules: classes.rules.map(show),
    classVersion: classes.version,
    classSavedAt: classes.updatedAt?.toISOString() ?? null,
    classSavedBy: nameOf(classes.updatedBy),
    plan: { ...plan.rules, touches: [...plan.rules.touches], fit: plan.rules.fit.map(show) },
    planVersion: plan.version,
    planSavedAt: plan.updatedAt?.toISOString() ?? null,
    planSavedBy: nameOf(plan.updatedBy),
  };
}

async function namesOf({ tx, actor }: Step, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${actor.orgId}::uuid and id = any(${wanted}::uuid[])`.execute(
    tx,
  );
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
