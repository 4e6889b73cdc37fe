import { definitionFor, may, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Field } from '#kernel/fields.ts';
import type { Importable } from '#kernel/importing.ts';
import { theRegistry } from '#kernel/registry.ts';
import { badInput } from '#kernel/values/refusal.ts';
import { importableFields } from '../rules/importable-fields.ts';
import type { StoredImport } from './imports.ts';
import type { Course } from './judge-batch.ts';

/** The objects this person may import: those whose rows he may create or change. */
export function importablesFor(step: Pick<Step, 'actor'>): Importable[] {
  return [...theRegistry().imports.values()].filter(
    ({ permissions }) => may(step.actor, permissions.create) || may(step.actor, permissions.update),
  );
}

/** One of them by name; refuses (422) any other. */
export function requireImportable(step: Pick<Step, 'actor'>, object: string): Importable {
  const found = importablesFor(step).find((one) => one.definition.object === object);
  if (!found) throw badInput([{ field: 'object', code: 'unknown_object' }]);
  return found;
}

/** The fields he may fill, in the order of the catalogue. */
export function fieldsToImport({ actor }: Pick<Step, 'actor'>, importable: Importable): readonly Field[] {
  const definition = definitionFor(actor, importable.definition);
  return importableFields(definition, rightsFor(actor, definition));
}

/** Sets out on an import: its object, and the field of each column as the person may fill it today. */
export function openCourse(step: Step, one: StoredImport): Course {
  const importable = requireImportable(step, one.object);
  const allowed = new Map(fieldsToImport(step, importable).map((field) => [field.key, field]));
  const fields = one.plan.fields.map((key) => (key === null ? null : (allowed.get(key) ?? null)));
  return { one, importable, fields };
}
