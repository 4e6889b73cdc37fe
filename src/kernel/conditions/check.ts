import {
  type FieldProblem,
  type FieldRights,
  fieldOf,
  type ObjectDefinition,
  rightOn,
} from '#kernel/fields.ts';
import { meaningOf } from './meaning.ts';
import { type ConditionCode, isProblem } from './problem.ts';
import { type Condition, type ConditionMoment, isGroup, type Operator, type Rule } from './tree.ts';

/** What is wrong with one rule, and where in the tree it stands (react-querybuilder's path). */
export interface ConditionProblem extends FieldProblem {
  readonly code: ConditionCode;
  readonly path: readonly number[];
}

// The check must not depend on who asks or when: any moment reads the shapes alike.
const anyMoment: ConditionMoment = {
  actorId: '00000000-0000-0000-0000-000000000000',
  now: new Date(0),
  zone: 'UTC',
};

// Any other question would spell out a masked phone digit by digit.
const askableOfMasked: readonly Operator[] = ['empty', 'notEmpty'];

/**
 * Checks a condition against the catalogue and one actor's rights; no problem means both readers can read it.
 *
 * A hidden field answers exactly like one that does not exist. A masked one may only be asked whether it is filled.
 */
export function checkCondition(
  condition: Condition,
  definition: ObjectDefinition,
  rights: FieldRights,
): readonly ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const walk = (part: Condition, path: readonly number[]): void => {
    if (isGroup(part)) {
      part.rules.forEach((rule, index) => {
        walk(rule, [...path, index]);
      });
      return;
    }
    const code = ruleProblem(part, definition, rights);
    if (code) problems.push({ field: part.field, code, path });
  };
  walk(condition, []);
  return problems;
}

function ruleProblem(
  rule: Rule,
  definition: ObjectDefinition,
  rights: FieldRights,
): ConditionCode | undefined {
  const field = fieldOf(definition, rule.field);
  if (!field) return 'unknown_field';
  const right = rightOn(field, rights);
  if (right === 'hidden') return 'unknown_field';
  if (!field.filter) return 'field_not_filterable';
  if (right === 'masked' && !askableOfMasked.includes(rule.operator)) return 'field_masked';
  const meaning = meaningOf(rule, field, anyMoment);
  return isProblem(meaning) ? meaning.code : undefined;
}
