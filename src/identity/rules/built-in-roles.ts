import type { BuiltInRole, PresetSum, ScopeWidth } from '../model.ts';
import { isWider } from './uniting-rights.ts';

export interface Preset {
  readonly role: string;
  readonly permissions: readonly string[];
  readonly scopes?: Readonly<Record<string, ScopeWidth>>;
}

/** Adds up the presets of every slice for one role: every permission, the widest scope. */
export function sumPresets(presets: readonly Preset[], role: BuiltInRole): PresetSum {
  const own = presets.filter((preset) => preset.role === role);
  const scopes: Record<string, ScopeWidth> = {};
  for (const preset of own)
    for (const [object, scope] of Object.entries(preset.scopes ?? {}))
      if (isWider(scope, scopes[object] ?? 'none')) scopes[object] = scope;
  return { permissions: [...new Set(own.flatMap((preset) => preset.permissions))].sort(), scopes };
}

/**
 * What a built-in role looks like after an update of the product: permissions and objects that are new in the presets
 * are added; whatever an administrator took away or changed stays as he left it. Null: nothing new.
 */
export function addNewRights(present: PresetSum, seen: PresetSum, now: PresetSum): PresetSum | null {
  const fresh = now.permissions.filter((key) => !seen.permissions.includes(key));
  const freshScopes = Object.entries(now.scopes).filter(([object]) => !(object in seen.scopes));
  if (fresh.length === 0 && freshScopes.length === 0) return null;
  return {
    permissions: [...new Set([...present.permissions, ...fresh])].sort(),
    scopes: { ...Object.fromEntries(freshScopes), ...present.scopes },
  };
}
