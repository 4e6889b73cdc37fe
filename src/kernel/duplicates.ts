import { Refusal } from './values/refusal.ts';

/** Indexes of unique custom fields carry the field's key in their names. */
const customIndex = /^cu_(.+)_[0-9a-f]{10}$/;

/**
 * The refusal for a row that met a unique index, or null for any other trouble. For a field that an admin made unique
 * it names the field; the value it met belongs to a record that the caller may not know.
 */
export function refusalOfDuplicate(error: unknown): Refusal | null {
  const { code, constraint = '' } = error as { code?: string; constraint?: string };
  if (code !== '23505') return null;
  const key = customIndex.exec(constraint)?.[1];
  if (key === undefined) return new Refusal('rule', 'already_exists');
  return new Refusal('rule', 'not_unique', { errors: [{ field: `custom.${key}`, code: 'not_unique' }] });
}
