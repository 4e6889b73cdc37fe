import type { FieldRight, FieldRights } from '#kernel/fields.ts';
import { type Rights, type ScopeWidth, scopeWidths } from '../model.ts';

const rightOrder: readonly FieldRight[] = ['hidden', 'masked', 'read', 'edit'];

/** Whether one scope reaches further than another. */
export function isWider(left: ScopeWidth, right: ScopeWidth): boolean {
  return scopeWidths.indexOf(left) > scopeWidths.indexOf(right);
}

/**
 * Unites roles into what a person may do: every permission, the widest scope per object, and per field the most generous
 * right among the roles that reach the object. A role that does not reach an object says nothing about its fields.
 */
export function uniteRights(roles: readonly Rights[]): Rights {
  const scopes: Record<string, ScopeWidth> = {};
  for (const role of roles)
    for (const [object, scope] of Object.entries(role.scopes))
      if (isWider(scope, scopes[object] ?? 'none')) scopes[object] = scope;
  const objects = new Set(roles.flatMap((role) => Object.keys(role.fieldRights)));
  const fieldRights = Object.fromEntries([...objects].map((object) => [object, uniteFields(roles, object)]));
  return { permissions: [...new Set(roles.flatMap((role) => role.permissions))].sort(), scopes, fieldRights };
}

function uniteFields(roles: readonly Rights[], object: string): FieldRights {
  const limiting = roles.filter((role) => role.fieldRights[object]);
  const reaching = roles.filter(
    (role) => limiting.includes(role) || (role.scopes[object] ?? 'none') !== 'none',
  );
  const keys = new Set(limiting.flatMap((role) => Object.keys(role.fieldRights[object] ?? {})));
  const united: Record<string, FieldRight> = {};
  for (const key of keys) {
    const given = reaching.map((role) => role.fieldRights[object]?.[key]);
    // Where one role is silent, the catalogue's default holds: everything the field allows.
    if (given.includes(undefined)) continue;
    const best = Math.max(...given.map((right) => rightOrder.indexOf(right ?? 'hidden')));
    united[key] = rightOrder[best] ?? 'hidden';
  }
  return united;
}
