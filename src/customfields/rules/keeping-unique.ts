import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { type CustomField, type CustomFieldType, uniqueAtMost, uniqueTypes } from '../model.ts';

/** Whether values of this type can be kept unique at all. */
export function canBeUnique(type: CustomFieldType): boolean {
  return uniqueTypes.includes(type);
}

/** Decides whether one more field of an object may be kept unique beside the others. */
export function decideUnique(
  type: CustomFieldType,
  others: readonly Pick<CustomField, 'unique' | 'retiredAt'>[],
): Decision<true, 'not_valid' | 'too_many_unique'> {
  if (!canBeUnique(type)) return no('not_valid');
  const present = others.filter((field) => field.unique && field.retiredAt === null).length;
  return present < uniqueAtMost ? yes(true) : no('too_many_unique', { max: uniqueAtMost });
}
