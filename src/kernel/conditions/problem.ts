import type { Refusable } from '#kernel/values/refusal.ts';

/** Why a rule cannot be read: a code of the catalogue, never a text. */
export type ConditionCode =
  | 'unknown_field'
  | 'field_not_filterable'
  | 'field_masked'
  | 'operator_not_allowed'
  | 'value_required'
  | 'value_not_expected'
  | 'value_wrong_type'
  | 'value_out_of_range'
  | 'unknown_choice'
  | 'unknown_period';

export interface Problem extends Refusable {
  readonly problem: true;
  readonly code: ConditionCode;
}

/** Builds the answer of a reader that cannot make sense of a rule. */
export function problem(code: ConditionCode): Problem {
  return { problem: true, code };
}

/** Tells the answer of a reader that gave up from a real one. */
export function isProblem(found: unknown): found is Problem {
  return typeof found === 'object' && found !== null && 'problem' in found;
}
