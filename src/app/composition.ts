import { readCustomFields } from '#customfields/public.ts';
import type { Config } from '#kernel/config.ts';
import { setCustomFieldSource } from '#kernel/custom-field-source.ts';
import { setCursorSecret } from '#kernel/lists/cursor.ts';
import { setPublicUrl } from '#kernel/public-url.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { buildRegistry, type Registry, setRegistry } from '#kernel/registry.ts';
import { slices } from './slices.ts';

/** Joins the slices once per process: what they declare becomes the registry, and the kernel learns its secrets. */
export function compose(config: Pick<Config, 'sessionSecret' | 'publicUrl'>): Registry {
  const registry = buildRegistry(slices);
  setRegistry(registry);
  for (const slice of slices)
    for (const [object, also] of Object.entries(slice.alsoVisible ?? {})) seeRecordsAlso(object, also);
  setCustomFieldSource(readCustomFields);
  setCursorSecret(config.sessionSecret);
  setPublicUrl(config.publicUrl);
  return registry;
}
