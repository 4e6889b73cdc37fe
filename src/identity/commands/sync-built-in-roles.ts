import { raiseStamp } from '#kernel/access-stamp.ts';
import type { Tx } from '#kernel/db.ts';
import type { Registry } from '#kernel/registry.ts';
import type { BuiltInRole } from '../model.ts';
import { addNewRights, sumPresets } from '../rules/built-in-roles.ts';
import { lockBuiltInRoles, savePreset } from '../store/roles.ts';

/** Gives the built-in roles what a new version of the product added; run for every organisation at every start. */
export async function syncBuiltInRoles(
  tx: Tx,
  orgId: string,
  registry: Pick<Registry, 'presets'>,
): Promise<void> {
  let changed = false;
  for (const role of await lockBuiltInRoles(tx, orgId)) {
    const now = sumPresets(registry.presets, role.key as BuiltInRole);
    const rights = addNewRights(role, role.presetSeen, now);
    if (!rights) continue;
    await savePreset(tx, orgId, role.id, rights, now);
    changed = true;
  }
  if (changed) await raiseStamp(tx, orgId);
}
