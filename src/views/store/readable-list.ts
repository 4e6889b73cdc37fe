import { definitionFor, may, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { signedIn } from '#kernel/contract.ts';
import type { FieldRights, ObjectDefinition } from '#kernel/fields.ts';
import { theRegistry } from '#kernel/registry.ts';
import { badInput } from '#kernel/values/refusal.ts';

interface ReadableList {
  readonly definition: ObjectDefinition;
  readonly rights: FieldRights;
}

/** The list as this person may read it, undefined when it is not there for him. */
export function readableList({ actor }: Pick<Step, 'actor'>, listId: string): ReadableList | undefined {
  const contract = theRegistry().lists.get(listId)?.contract;
  if (!contract) return undefined;
  const { permission } = contract.list;
  if (permission !== signedIn && !may(actor, permission)) return undefined;
  const definition = definitionFor(actor, contract.definition);
  return { definition, rights: rightsFor(actor, definition) };
}

/** The same; refuses (422) a list that is not there for him. */
export function requireReadableList(step: Step, listId: string): ReadableList {
  const list = readableList(step, listId);
  if (!list) throw badInput([{ field: 'listId', code: 'unknown_reference' }]);
  return list;
}
