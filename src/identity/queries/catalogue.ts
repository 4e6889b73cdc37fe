import { type Actor, definitionFor, may, rightsFor, scopeOf } from '#kernel/access.ts';
import { type Output, signedIn } from '#kernel/contract.ts';
import { type Field, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import { type Registry, theRegistry } from '#kernel/registry.ts';
import type { catalogue } from '../contract/me.ts';

type CatalogueObject = Output<typeof catalogue>['objects'][number];

/** The objects an actor has to do with, and their fields as he may know them: hidden ones do not exist for him. */
export function describeCatalogue(actor: Actor, registry: Registry = theRegistry()): CatalogueObject[] {
  return [...registry.objects.values()]
    .filter((base) => isReachable(actor, base, registry))
    .map((base) => describeObject(actor, definitionFor(actor, base)));
}

function isReachable(actor: Actor, base: ObjectDefinition, registry: Registry): boolean {
  if (base.ownerColumn && scopeOf(actor, base.object) !== 'none') return true;
  const lists = [...registry.lists.values()].filter(
    (list) => list.contract.definition.object === base.object,
  );
  if (lists.length === 0) return !base.ownerColumn;
  return lists.some(
    ({ contract }) => contract.list.permission === signedIn || may(actor, contract.list.permission),
  );
}

function describeObject(actor: Actor, definition: ObjectDefinition): CatalogueObject {
  const rights = rightsFor(actor, definition);
  return {
    object: definition.object,
    label: definition.label,
    nameField: definition.nameField,
    defaultSort: definition.defaultSort,
    scope: definition.ownerColumn ? scopeOf(actor, definition.object) : 'all',
    owned: definition.ownerColumn !== undefined,
    customFields: definition.customFields ?? false,
    fields: definition.fields
      .filter((field) => rightOn(field, rights) !== 'hidden')
      .map((field) => describeField(field, rightOn(field, rights))),
  };
}

function describeField(
  field: Field,
  right: CatalogueObject['fields'][number]['right'],
): CatalogueObject['fields'][number] {
  const { key, type, label, reference, required, maxLength, min, max, filter, sort, group, bulk, search } =
    field;
  const { importable, exportable, masked, width, hiddenByDefault, customKey } = field;
  return {
    ...{
      key,
      type,
      label,
      right,
      reference,
      required,
      maxLength,
      min,
      max,
      filter,
      sort,
      group,
      bulk,
      search,
    },
    ...{ importable, exportable, masked, width, hiddenByDefault, customKey },
    ...(field.choices
      ? {
          choices: field.choices.map((choice) => ({
            key: choice.key,
            label: choice.label,
            tone: choice.tone,
          })),
        }
      : {}),
  };
}
