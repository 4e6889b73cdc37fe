import type { FormValues } from '#ui/form-check.ts';
import { sameValue } from './form-values.ts';

/** What a record said when somebody began to change it, what it says now, and what he made of it. */
export interface Meanwhile {
  readonly before: FormValues;
  readonly present: FormValues;
  readonly mine: FormValues;
}

/** Fields that he and somebody else changed to different things: only he can decide. */
export function clashingFields({ before, present, mine }: Meanwhile): readonly string[] {
  return Object.keys(mine).filter(
    (key) =>
      !sameValue(before[key], present[key]) &&
      !sameValue(before[key], mine[key]) &&
      !sameValue(present[key], mine[key]),
  );
}

/** What is left to save: his changes, without what says the same by now, never a field he left alone. */
export function remainingChanges({ before, present, mine }: Meanwhile): FormValues {
  return Object.fromEntries(
    Object.entries(mine).filter(
      ([key, value]) => !sameValue(before[key], value) && !sameValue(present[key], value),
    ),
  );
}
