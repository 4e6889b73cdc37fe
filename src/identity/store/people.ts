import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';
import { grantAnyRole, manageRoles, type UserStatus } from '../model.ts';

/** A stored person under his catalogue keys. */
export interface Person {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly title: string | null;
  readonly teamId: string | null;
  readonly status: UserStatus;
  readonly locale: string;
}

export async function lockPerson(tx: Tx, orgId: string, id: string): Promise<Person | undefined> {
  const found = await sql<Person>`
    select id, version, name, email, phone, title, team_id as "teamId", status, locale from users
    where org_id = ${orgId}::uuid and id = ${id}::uuid for update`.execute(tx);
  return found.rows[0];
}

export async function insertPerson(
  tx: Tx,
  person: {
    orgId: string;
    id: string;
    name: string;
    email: string;
    phone: string | null;
    title: string | null;
    teamId: string | null;
    locale: string;
    status: UserStatus;
    now: Date;
  },
): Promise<void> {
  await sql`
    insert into users (org_id, id, name, email, phone, title, team_id, locale, status, created_at)
    values (${person.orgId}::uuid, ${person.id}::uuid, ${person.name}, ${person.email}, ${person.phone}, ${person.title},
      ${person.teamId}::uuid, ${person.locale}, ${person.status}, ${person.now})`.execute(tx);
}

export async function saveStatus(tx: Tx, orgId: string, id: string, status: UserStatus): Promise<number> {
  const saved = await sql<{ version: number }>`
    update users set status = ${status}, version = version + 1
    where org_id = ${orgId}::uuid and id = ${id}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? 0;
}

export async function raisePersonVersion(tx: Tx, orgId: string, id: string): Promise<number> {
  const saved = await sql<{ version: number }>`
    update users set version = version + 1 where org_id = ${orgId}::uuid and id = ${id}::uuid returning version`.execute(
    tx,
  );
  return saved.rows[0]?.version ?? 0;
}

/** Own settings: not versioned, because nobody else edits them. `null` in preferences removes a key. */
export async function savePreferences(
  tx: Tx,
  orgId: string,
  id: string,
  change: { locale?: string; theme?: string; preferences?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await sql`
    update users set locale = coalesce(${change.locale ?? null}, locale), theme = coalesce(${change.theme ?? null}, theme),
      preferences = jsonb_strip_nulls(preferences || ${JSON.stringify(change.preferences ?? {})}::jsonb)
    where org_id = ${orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

/** Active people who may administer roles: there must always be one. Call it under the organisation's stamp lock. */
export async function countAdmins(tx: Tx, orgId: string): Promise<number> {
  const found = await sql<{ admins: number }>`
    select count(distinct u.id) as admins
    from users u join user_roles ur on (ur.org_id, ur.user_id) = (u.org_id, u.id)
    join roles r on (r.org_id, r.id) = (ur.org_id, ur.role_id)
    where u.org_id = ${orgId}::uuid and u.status = 'active'
      and r.permissions @> array[${manageRoles}, ${grantAnyRole}]::text[]`.execute(tx);
  return found.rows[0]?.admins ?? 0;
}
