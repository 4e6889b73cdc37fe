import { readCustomFields } from '#customfields/public.ts';
import type { Config } from '#kernel/config.ts';
import { setCustomFieldSource } from '#kernel/custom-field-source.ts';
import { setCursorSecret } from '#kernel/lists/cursor.ts';
import { setPublicUrl } from '#kernel/public-url.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { buildRegistry, type Registry, setRegistry } from '#kernel/registry.ts';
import { setSealSecret } from '#kernel/sealing.ts';
import { setVisitLimit } from '#kernel/visit-limits.ts';
import { slices } from './slices.ts';

/** Joins the slices once per process: what they declare becomes the registry, and the kernel learns its secrets. */
export function compose(
  config: Pick<Config, 'sessionSecret' | 'publicUrl'> & Partial<Pick<Config, 'rateLimit'>>,
): Registry {
  const registry = buildRegistry(slices);
  setRegistry(registry);
  for (const slice of slices)
    for (const [object, also] of Object.entries(slice.alsoVisible ?? {})) seeRecordsAlso(object, also);
  setCustomFieldSource(readCustomFields);
  setCursorSecret(config.sessionSecret);
  setSealSecret(config.sessionSecret);
  setPublicUrl(config.publicUrl);
  // One hundredth of what an address may ask in all: people fill in forms, robots flood them.
  setVisitLimit(Math.ceil((config.rateLimit ?? 6_000) / 100));
  return registry;
}
