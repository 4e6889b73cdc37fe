import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { columnOf, fieldOf, objectNamed } from '#kernel/fields.ts';

/** What the inbox has to know of a record of any declared object: what it is called and whose it is. */
export async function loadNamed(
  { tx, actor }: Step,
  object: string,
  id: string,
): Promise<{ name: string; ownerId: string | null } | null> {
  const definition = objectNamed(object);
  const name = definition && fieldOf(definition, definition.nameField);
  if (!definition || !name) return null;
  const owner = definition.ownerColumn ? sql.ref(`t.${definition.ownerColumn}`) : sql`null::uuid`;
  const found = await sql<{ name: string; ownerId: string | null }>`
    select ${sql.ref(`t.${columnOf(name)}`)} as name, ${owner} as "ownerId" from ${sql.table(definition.table)} as t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** Everybody at work whose roles carry a permission for the whole company: the office that looks after it. */
export async function loadOffice({ tx, actor }: Step, permission: string, object: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct u.id from users u
    join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and r.key <> 'admin'
      and ${permission} = any(r.permissions) and r.scopes ->> ${object} = 'all'`.execute(tx);
  return found.rows.map((row) => row.id);
}
