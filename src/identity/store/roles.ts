import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';
import type { PresetSum, Rights, Role } from '../model.ts';

const columns = sql`r.id, r.key, r.name, r.name_en as "nameEn", r.permissions, r.scopes, r.field_rights as "fieldRights",
  r.built_in as "builtIn", r.version`;

export async function loadRoles(tx: Tx, orgId: string): Promise<Role[]> {
  return (await sql<Role>`select ${columns} from roles r where r.org_id = ${orgId}::uuid`.execute(tx)).rows;
}

export async function loadRolesOf(tx: Tx, orgId: string, userId: string): Promise<Role[]> {
  const found = await sql<Role>`
    select ${columns} from user_roles u join roles r on (r.org_id, r.id) = (u.org_id, u.role_id)
    where u.org_id = ${orgId}::uuid and u.user_id = ${userId}::uuid`.execute(tx);
  return found.rows;
}

export async function lockRole(tx: Tx, orgId: string, id: string): Promise<Role | undefined> {
  const found = await sql<Role>`
    select ${columns} from roles r where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid for update`.execute(
    tx,
  );
  return found.rows[0];
}

export async function loadHolders(tx: Tx, orgId: string, roleId: string): Promise<string[]> {
  const found = await sql<{ userId: string }>`
    select user_id as "userId" from user_roles where org_id = ${orgId}::uuid and role_id = ${roleId}::uuid`.execute(
    tx,
  );
  return found.rows.map((row) => row.userId);
}

export async function insertRole(
  tx: Tx,
  orgId: string,
  role: Rights & {
    id: string;
    key: string;
    name: string;
    nameEn: string;
    builtIn: boolean;
    presetSeen: PresetSum | null;
  },
): Promise<void> {
  await sql`
    insert into roles (org_id, id, key, name, name_en, permissions, scopes, field_rights, built_in, preset_seen)
    values (${orgId}::uuid, ${role.id}::uuid, ${role.key}, ${role.name}, ${role.nameEn}, ${role.permissions}::text[],
      ${JSON.stringify(role.scopes)}::jsonb, ${JSON.stringify(role.fieldRights)}::jsonb, ${role.builtIn},
      ${JSON.stringify(role.presetSeen ?? { permissions: [], scopes: {} })}::jsonb)`.execute(tx);
}

export async function saveRole(
  tx: Tx,
  orgId: string,
  role: Rights & { id: string; name: string; nameEn: string },
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update roles set name = ${role.name}, name_en = ${role.nameEn}, permissions = ${role.permissions}::text[],
      scopes = ${JSON.stringify(role.scopes)}::jsonb, field_rights = ${JSON.stringify(role.fieldRights)}::jsonb,
      version = version + 1
    where org_id = ${orgId}::uuid and id = ${role.id}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? 0;
}

export async function deleteRoleRow(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`delete from roles where org_id = ${orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

export async function saveRolesOf(
  tx: Tx,
  orgId: string,
  userId: string,
  roleIds: readonly string[],
): Promise<void> {
  await sql`
    delete from user_roles where org_id = ${orgId}::uuid and user_id = ${userId}::uuid
      and not (role_id = any(${roleIds}::uuid[]))`.execute(tx);
  await sql`
    insert into user_roles (org_id, user_id, role_id)
    select ${orgId}::uuid, ${userId}::uuid, unnest(${roleIds}::uuid[]) on conflict do nothing`.execute(tx);
}

export interface BuiltInRow extends Role {
  readonly presetSeen: PresetSum;
}

export async function lockBuiltInRoles(tx: Tx, orgId: string): Promise<BuiltInRow[]> {
  const found = await sql<BuiltInRow>`
    select ${columns}, r.preset_seen as "presetSeen" from roles r
    where r.org_id = ${orgId}::uuid and r.built_in order by r.key for update`.execute(tx);
  return found.rows;
}

export async function savePreset(
  tx: Tx,
  orgId: string,
  id: string,
  rights: PresetSum,
  seen: PresetSum,
): Promise<void> {
  await sql`
    update roles set permissions = ${rights.permissions}::text[], scopes = ${JSON.stringify(rights.scopes)}::jsonb,
      preset_seen = ${JSON.stringify(seen)}::jsonb, version = version + 1
    where org_id = ${orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
