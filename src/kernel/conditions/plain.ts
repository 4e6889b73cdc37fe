import type { ObjectDefinition } from '#kernel/fields.ts';
import { checkCondition } from './check.ts';
import { valueShapeOf } from './operators.ts';
import { type Condition, type Group, isGroup, type Rule } from './tree.ts';

/**
 * A condition without what an editor hangs on it (ids, paths, value sources), so that the strict schema accepts it
 * and two equal conditions compare equal.
 */
export function plainCondition(condition: Condition): Condition {
  return isGroup(condition) ? plainGroup(condition) : plainRule(condition);
}

/** The same for a group, which stays a group. */
export function plainGroup(group: Group): Group {
  const { combinator, rules } = group;
  return { combinator, ...(group.not ? { not: true } : {}), rules: rules.map(plainCondition) };
}

function plainRule({ field, operator, value }: Rule): Rule {
  const hasValue = value !== undefined && valueShapeOf(operator) !== 'none';
  return hasValue ? { field, operator, value } : { field, operator };
}

/** The group without rules that still lack their value: what a filter applies while its reader is typing. */
export function finishedRules(group: Group, definition: ObjectDefinition): Group {
  const rules = group.rules
    .filter((part) => isGroup(part) || isFinished(part, definition))
    .map((part) => (isGroup(part) ? finishedRules(part, definition) : part));
  return { ...group, rules };
}

function isFinished(rule: Rule, definition: ObjectDefinition): boolean {
  return checkCondition(rule, definition, {}).every((found) => found.code !== 'value_required');
}
