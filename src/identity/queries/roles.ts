import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { isEditable } from '#kernel/fields.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { listPermissions, listRoles } from '../contract/roles.ts';

type RoleRow = Output<typeof listRoles>['items'][number];

export async function listRoleRows({ actor, tx }: Step): Promise<RoleRow[]> {
  const found = await sql<RoleRow>`
    select r.id, r.key, r.name, r.name_en as "nameEn", r.permissions, r.scopes, r.field_rights as "fieldRights",
      r.built_in as "builtIn", r.version,
      (select count(*) from user_roles u join users p on (p.org_id, p.id) = (u.org_id, u.user_id)
        where (u.org_id, u.role_id) = (r.org_id, r.id) and p.status <> 'disabled') as people
    from roles r where r.org_id = ${actor.orgId}::uuid order by r.built_in desc, r.name, r.id`.execute(tx);
  return found.rows;
}

/** Everything a role can be made of, as all slices declare it. */
export function describePermissions(): Output<typeof listPermissions> {
  const { objects, permissions } = theRegistry();
  return {
    permissions: permissions.map(({ key, slice, label }) => ({ key, slice, label })),
    objects: [...objects.values()].map((definition) => ({
      object: definition.object,
      label: definition.label,
      owned: definition.ownerColumn !== undefined,
      fields: definition.fields.map((field) => ({
        key: field.key,
        label: field.label,
        editable: isEditable(field),
      })),
    })),
  };
}
