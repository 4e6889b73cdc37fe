import type { FieldProblem } from '#kernel/fields.ts';
import { type FieldRight, isEditable, type ObjectDefinition } from '#kernel/fields.ts';
import type { Rights } from '../model.ts';

/** What a role can be made of, as the slices declare it. */
export interface KnownRights {
  readonly permissions: readonly { readonly key: string }[];
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  /** Fields that admins added, by object. */
  readonly customFields: Readonly<Record<string, readonly { readonly key: string }[]>>;
}

/** Names every permission, object or field of a role that does not exist, and rights a field cannot have. */
export function unknownRights(rights: Rights, known: KnownRights): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const key of rights.permissions)
    if (!known.permissions.some((one) => one.key === key))
      problems.push({ field: `permissions.${key}`, code: 'unknown_choice' });
  for (const object of Object.keys(rights.scopes))
    if (!known.objects.get(object)?.ownerColumn)
      problems.push({ field: `scopes.${object}`, code: 'unknown_choice' });
  for (const [object, fields] of Object.entries(rights.fieldRights)) {
    const definition = known.objects.get(object);
    if (!definition) problems.push({ field: `fieldRights.${object}`, code: 'unknown_choice' });
    else
      for (const [key, right] of Object.entries(fields)) {
        const problem = fieldProblem(definition, key, right, known.customFields[object] ?? []);
        if (problem) problems.push({ field: `fieldRights.${object}.${key}`, code: problem });
      }
  }
  return problems;
}

function fieldProblem(
  definition: ObjectDefinition,
  key: string,
  right: FieldRight,
  custom: readonly { readonly key: string }[],
): string | null {
  const field = definition.fields.find((one) => one.key === key);
  if (!field) return custom.some((one) => one.key === key) ? null : 'unknown_field';
  // A record without its name cannot be shown at all.
  if (key === definition.nameField && right === 'hidden') return 'name_cannot_be_hidden';
  return right === 'edit' && !isEditable(field) ? 'not_editable' : null;
}
