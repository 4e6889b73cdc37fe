import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { grantAnyRole, type Rights } from '../model.ts';
import { isWider } from './uniting-rights.ts';

export interface Granter {
  readonly id: string;
  readonly rights: Pick<Rights, 'permissions' | 'scopes'>;
}

/** What somebody can pass on: what he has himself. */
export function granterOf(actor: {
  readonly id: string;
  readonly permissions: ReadonlySet<string>;
  readonly scopes: Granter['rights']['scopes'];
}): Granter {
  return { id: actor.id, rights: { permissions: [...actor.permissions], scopes: actor.scopes } };
}

/** Whether rights contain a permission or a scope that the granter does not have himself. */
export function isAbove(rights: Pick<Rights, 'permissions' | 'scopes'>, granter: Granter): boolean {
  if (granter.rights.permissions.includes(grantAnyRole)) return false;
  if (rights.permissions.some((key) => !granter.rights.permissions.includes(key))) return true;
  return Object.entries(rights.scopes).some(([object, scope]) =>
    isWider(scope, granter.rights.scopes[object] ?? 'none'),
  );
}

type NamedRights = Pick<Rights, 'permissions' | 'scopes'> & { readonly id: string };

export interface Assignment {
  readonly granter: Granter;
  readonly targetId: string;
  readonly before: readonly NamedRights[];
  readonly after: readonly NamedRights[];
}

/**
 * Decides whether somebody may give and take these roles. Nobody gives himself a role, and nobody touches a role
 * that is above his own rights; the administrator may give any.
 */
export function decideAssignment({
  granter,
  targetId,
  before,
  after,
}: Assignment): Decision<
  { added: readonly string[]; removed: readonly string[] },
  'role_above_own' | 'not_to_yourself'
> {
  const added = after.filter((role) => !before.some((one) => one.id === role.id));
  const removed = before.filter((role) => !after.some((one) => one.id === role.id));
  if (targetId === granter.id && added.length > 0) return no('not_to_yourself');
  if ([...added, ...removed].some((role) => isAbove(role, granter))) return no('role_above_own');
  return yes({ added: added.map((role) => role.id), removed: removed.map((role) => role.id) });
}

/** Decides whether somebody may write a role: not one he holds himself, and nothing into it that he lacks. */
export function decideRoleEdit(
  granter: Granter,
  heldByGranter: boolean,
  before: Pick<Rights, 'permissions' | 'scopes'> | null,
  after: Pick<Rights, 'permissions' | 'scopes'>,
): Decision<true, 'role_above_own' | 'own_role'> {
  if (heldByGranter) return no('own_role');
  if ((before && isAbove(before, granter)) || isAbove(after, granter)) return no('role_above_own');
  return yes(true);
}

/** Decides whether somebody may place a person in the tree: placing decides what he sees, so nobody places himself. */
export function decidePlacing(granter: Granter, targetId: string): Decision<true, 'not_to_yourself'> {
  return targetId === granter.id && !granter.rights.permissions.includes(grantAnyRole)
    ? no('not_to_yourself')
    : yes(true);
}

/** Decides whether the organisation still has an administrator after a change; `adminsLeft` counts active ones. */
export function decideAdminsLeft(adminsLeft: number): Decision<true, 'last_admin'> {
  return adminsLeft === 0 ? no('last_admin') : yes(true);
}
