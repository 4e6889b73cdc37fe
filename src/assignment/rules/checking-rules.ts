import { checkCondition } from '#kernel/conditions/check.ts';
import { type Condition, isGroup } from '#kernel/conditions/tree.ts';
import { type FieldRights, fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import type { AssignmentRule, ResponsePolicy } from './assignment-rule.ts';

export interface DraftProblem {
  readonly field: string;
  readonly code: string;
}

type Draft = Pick<AssignmentRule, 'condition' | 'method' | 'tableField' | 'tableRows'> & {
  readonly members: readonly { readonly userId: string; readonly rowNo: number }[];
};

/** What is wrong with a rule as somebody wrote it; empty when it can be saved. */
export function ruleProblems(
  draft: Draft,
  definition: ObjectDefinition,
  rights: FieldRights,
): DraftProblem[] {
  const problems = conditionProblems(draft.condition, definition, rights, 'condition');
  const { method, members, tableField, tableRows } = draft;
  if (method !== 'pool' && members.length === 0) problems.push({ field: 'members', code: 'required' });
  if (method === 'user' && members.length > 1) problems.push({ field: 'members', code: 'only_one' });
  const places = members.map(({ userId, rowNo }) => `${rowNo} ${userId}`);
  if (new Set(places).size < places.length) problems.push({ field: 'members', code: 'named_twice' });
  if (method !== 'table')
    return members.some(({ rowNo }) => rowNo !== 0)
      ? [...problems, { field: 'members', code: 'not_valid' }]
      : problems;

  const field = tableField === null ? undefined : fieldOf(definition, tableField);
  if (!field || field.expression !== undefined || rights[field.key] === 'hidden')
    problems.push({ field: 'tableField', code: tableField === null ? 'required' : 'unknown_field' });
  if (tableRows.length === 0) problems.push({ field: 'tableRows', code: 'required' });
  if (tableRows.some((_, row) => !members.some(({ rowNo }) => rowNo === row)))
    problems.push({ field: 'members', code: 'required' });
  if (members.some(({ rowNo }) => rowNo >= tableRows.length))
    problems.push({ field: 'members', code: 'not_valid' });
  return problems;
}

/** A condition is asked of a lead that is not stored yet: only what a lead brings along can decide. */
export function conditionProblems(
  condition: Condition | null,
  definition: ObjectDefinition,
  rights: FieldRights,
  at: string,
): DraftProblem[] {
  if (!condition) return [];
  const found = checkCondition(condition, definition, rights).map(({ field, code }) => ({
    field: `${at}.${field}`,
    code,
  }));
  const computed = fieldsIn(condition).filter((key) => fieldOf(definition, key)?.expression !== undefined);
  return [...found, ...computed.map((key) => ({ field: `${at}.${key}`, code: 'field_not_filterable' }))];
}

/** The same for every response policy. */
export function policyProblems(
  policies: readonly ResponsePolicy[],
  definition: ObjectDefinition,
  rights: FieldRights,
): DraftProblem[] {
  return policies.flatMap((policy, index) =>
    conditionProblems(policy.condition, definition, rights, `policies.${index}.condition`),
  );
}

function fieldsIn(condition: Condition): string[] {
  return isGroup(condition) ? condition.rules.flatMap(fieldsIn) : [condition.field];
}
