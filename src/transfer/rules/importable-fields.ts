import { type Field, type FieldRights, isEditable, type ObjectDefinition } from '#kernel/fields.ts';

/**
 * The fields a person may fill by import: allowlisted by the catalogue or added by an admin, and neither hidden, masked
 * nor made read-only for him. Some (owner, time of capture) can be imported although no form edits them.
 */
export function importableFields(definition: ObjectDefinition, rights: FieldRights): readonly Field[] {
  return definition.fields.filter((field) => {
    const right = rights[field.key];
    if (right !== undefined && right !== 'edit') return false;
    return field.importable === true || (field.customKey !== undefined && isEditable(field));
  });
}

/** What a new record must have and a file can bring. */
export function requiredFields(definition: ObjectDefinition): readonly Field[] {
  return definition.fields.filter(
    (field) => field.required && (field.customKey !== undefined || (field.importable && isEditable(field))),
  );
}
