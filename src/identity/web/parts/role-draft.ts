import type { Output } from '#kernel/contract.ts';
import type { FieldRight } from '#kernel/fields.ts';
import type { listPermissions, listRoles } from '../../contract/roles.ts';
import type { ScopeWidth } from '../../model.ts';

export type RoleRow = Output<typeof listRoles>['items'][number];
export type KnownRights = Output<typeof listPermissions>;

/** A role while it is being edited. */
export interface RoleDraft {
  readonly name: string;
  readonly nameEn: string;
  readonly permissions: readonly string[];
  readonly scopes: Readonly<Record<string, ScopeWidth>>;
  readonly fieldRights: Readonly<Record<string, Readonly<Record<string, FieldRight>>>>;
}

export const emptyDraft: RoleDraft = { name: '', nameEn: '', permissions: [], scopes: {}, fieldRights: {} };

export function draftOf({ name, nameEn, permissions, scopes, fieldRights }: RoleRow): RoleDraft {
  return { name, nameEn, permissions, scopes, fieldRights };
}

export function withPermission(draft: RoleDraft, key: string, on: boolean): RoleDraft {
  const rest = draft.permissions.filter((one) => one !== key);
  return { ...draft, permissions: on ? [...rest, key] : rest };
}

export function withScope(draft: RoleDraft, object: string, scope: ScopeWidth): RoleDraft {
  return { ...draft, scopes: { ...draft.scopes, [object]: scope } };
}

/** Null takes the field's right back to the default. */
export function withFieldRight(
  draft: RoleDraft,
  object: string,
  key: string,
  right: FieldRight | null,
): RoleDraft {
  const { [key]: _gone, ...others } = draft.fieldRights[object] ?? {};
  const fields = right === null ? others : { ...others, [key]: right };
  const { [object]: _before, ...objects } = draft.fieldRights;
  return {
    ...draft,
    fieldRights: Object.keys(fields).length > 0 ? { ...objects, [object]: fields } : objects,
  };
}

/** What the API takes: plain, mutable copies. */
export function sentDraft(draft: RoleDraft) {
  return structuredClone(draft) as {
    name: string;
    nameEn: string;
    permissions: string[];
    scopes: Record<string, ScopeWidth>;
    fieldRights: Record<string, Record<string, FieldRight>>;
  };
}
