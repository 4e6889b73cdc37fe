import type { ObjectDefinition } from './fields.ts';
import type { Importable } from './importing.ts';
import type { OfferedList, Permission, RolePreset, Slice } from './slice.ts';

/** What all slices together offer, in the order of the slices. */
export interface Registry {
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  readonly permissions: readonly (Permission & { readonly slice: string })[];
  readonly presets: readonly RolePreset[];
  readonly lists: ReadonlyMap<string, OfferedList>;
  readonly imports: ReadonlyMap<string, Importable>;
}

/** Collects objects, permissions, presets, lists and imports; refuses at start what two slices declare alike. */
export function buildRegistry(slices: readonly Slice[]): Registry {
  const objects = new Map<string, ObjectDefinition>();
  const lists = new Map<string, OfferedList>();
  const imports = new Map<string, Importable>();
  const permissions = new Map<string, Permission & { slice: string }>();
  for (const slice of slices) {
    for (const object of slice.objects ?? []) addOnce(objects, object.object, object, slice.name);
    for (const list of slice.lists ?? []) addOnce(lists, list.contract.list.id, list, slice.name);
    for (const one of slice.imports ?? []) addOnce(imports, one.definition.object, one, slice.name);
    for (const one of slice.permissions ?? [])
      addOnce(permissions, one.key, { ...one, slice: slice.name }, slice.name);
  }
  const presets = slices.flatMap((slice) => slice.presets ?? []);
  for (const preset of presets)
    for (const key of preset.permissions)
      if (!permissions.has(key))
        throw new Error(`preset of ${preset.role} names an unknown permission: ${key}`);
  return { objects, lists, imports, permissions: [...permissions.values()], presets };
}

function addOnce<T>(map: Map<string, T>, key: string, value: T, slice: string): void {
  if (map.has(key)) throw new Error(`${slice}: ${key} is declared twice`);
  map.set(key, value);
}

let current: Registry = buildRegistry([]);

/** The app says at start which slices there are. */
export function setRegistry(registry: Registry): void {
  current = registry;
}

/** What all slices together offer, as the app composed it at start. */
export function theRegistry(): Registry {
  return current;
}
