import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type { CustomField, CustomFieldType } from '../model.ts';
import { decideUnique } from '../rules/keeping-unique.ts';

/** Refuses a unique field of a type that cannot be unique (422), and one too many of them (409). */
export function requireUniqueable(type: CustomFieldType, others: readonly CustomField[]): void {
  const decision = decideUnique(type, others);
  if (!('no' in decision)) return;
  if (decision.no === 'not_valid') throw badInput([{ field: 'unique', code: 'not_valid' }]);
  throw new Refusal('rule', decision.no, { detail: decision.detail });
}
