import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { type CustomField, type CustomFieldType, uniqueAtMost, uniqueTypes } from '../model.ts';

/** Whether values of this type can be kept unique at all. */
export function canBeUnique(type: CustomFieldType): boolean {
  return uniqueTypes.includes(type);
}

/** Decides whether a field of this type may be kept unique: short values that name something. */
export function decideUniqueType(type: CustomFieldType): Decision<true, 'not_valid'> {
  return canBeUnique(type) ? yes(true) : no('not_valid');
}

/** Decides whether an object may have one more unique field beside the others. */
export function decideUnique(
  others: readonly Pick<CustomField, 'unique' | 'retiredAt'>[],
): Decision<true, 'too_many_unique'> {
  const present = others.filter((field) => field.unique && field.retiredAt === null).length;
  return present < uniqueAtMost ? yes(true) : no('too_many_unique', { max: uniqueAtMost });
}
