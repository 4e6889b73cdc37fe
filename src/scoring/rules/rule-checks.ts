import { checkCondition } from '#kernel/conditions/check.ts';
import { foldCondition } from '#kernel/conditions/fold.ts';
import { countRules } from '#kernel/conditions/schema.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { type FieldProblem, type FieldRights, fieldOf, type ObjectDefinition } from '#kernel/fields.ts';

/** What would turn in a circle: a class cannot depend on the class, a score neither on the score nor on the class. */
const ownFields = {
  class: ['class', 'classPinned'],
  score: ['class', 'classPinned', 'score', 'scoreBand'],
} as const;
export type RuleKind = keyof typeof ownFields;

/**
 * What is wrong with one rule's condition as somebody wants to save it; nothing means it can be asked of half a
 * million leads every night. `我` means nobody in a rule, and what is looked up elsewhere row by row is too slow.
 */
export function ruleProblems(
  condition: Condition,
  kind: RuleKind,
  definition: ObjectDefinition,
  rights: FieldRights,
): readonly FieldProblem[] {
  if (countRules(condition) === 0) return [{ field: 'condition', code: 'condition_required' }];
  const problems: FieldProblem[] = [...checkCondition(condition, definition, rights)];
  foldCondition<null>(condition, {
    rule({ field, value }) {
      const own: readonly string[] = ownFields[kind];
      if (own.includes(field)) problems.push({ field, code: 'field_of_itself' });
      else if (fieldOf(definition, field)?.costly) problems.push({ field, code: 'field_too_costly' });
      if (value === '@me' || (Array.isArray(value) && value.includes('@me')))
        problems.push({ field, code: 'nobody_is_me' });
      return null;
    },
    all: () => null,
    any: () => null,
    not: () => null,
  });
  return problems;
}

/** Whether a saved rule can still be read: a field it asks for may have been removed since. */
export function isReadable(condition: Condition, definition: ObjectDefinition): boolean {
  return checkCondition(condition, definition, {}).length === 0;
}

/** The problems of a whole list, under the place of each rule: `rules.2.staffCount`. */
export function ruleListProblems(
  rules: readonly { readonly condition: Condition }[],
  kind: RuleKind,
  definition: ObjectDefinition,
  rights: FieldRights,
): readonly FieldProblem[] {
  return rules.flatMap(({ condition }, at) =>
    ruleProblems(condition, kind, definition, rights).map((problem) => ({
      ...problem,
      field: `rules.${at + 1}.${problem.field}`,
    })),
  );
}
