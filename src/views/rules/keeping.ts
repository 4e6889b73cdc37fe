import { checkCondition } from '#kernel/conditions/check.ts';
import {
  type FieldProblem,
  type FieldRights,
  fieldOf,
  type ObjectDefinition,
  rightOn,
} from '#kernel/fields.ts';
import type { ViewContent } from './pruning.ts';

/** What is wrong with a view somebody wants to keep: conditions and sorts on fields he may not use. */
export function viewProblems(
  { condition, sort = [] }: Partial<ViewContent>,
  definition: ObjectDefinition,
  rights: FieldRights,
): FieldProblem[] {
  const inCondition = condition ? checkCondition(condition, definition, rights) : [];
  return [
    ...inCondition.map((problem) => ({ field: `condition.${problem.field}`, code: problem.code })),
    ...sort.flatMap((term) => {
      const field = fieldOf(definition, term.replace(/^-/, ''));
      const right = field && rightOn(field, rights);
      if (!field || right === 'hidden') return { field: 'sort', code: 'unknown_field' };
      return field.sort && right !== 'masked' ? [] : { field: 'sort', code: 'not_sortable' };
    }),
  ];
}
