import { sql } from 'kysely';
import type { Actor, OrgSnapshot } from '#kernel/access.ts';
import { customFieldsOf } from '#kernel/custom-field-source.ts';
import type { Tx } from '#kernel/db.ts';
import type { Rights } from '../model.ts';
import { uniteRights } from '../rules/uniting-rights.ts';

/** The organisation as every request needs it. Run inside a transaction of that organisation. */
export async function loadOrg(tx: Tx, orgId: string): Promise<OrgSnapshot> {
  const found = await sql<Omit<OrgSnapshot, 'customFields'>>`
    select id, name, zone, currency, locale, stamp, demo, settings from orgs where id = ${orgId}::uuid`.execute(
    tx,
  );
  const org = found.rows[0];
  if (!org) throw new Error('no such organisation');
  return { ...org, customFields: await customFieldsOf(tx, orgId) };
}

/** The same with everybody's name: lists resolve owners from it instead of asking again with every page. */
export async function loadOrgWithPeople(tx: Tx, orgId: string): Promise<OrgSnapshot> {
  const org = await loadOrg(tx, orgId);
  const found = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${orgId}::uuid`.execute(tx);
  return { ...org, people: new Map(found.rows.map(({ id, name }) => [id, name])) };
}

interface PersonRow {
  readonly name: string;
  readonly locale: string;
  readonly teamId: string | null;
  readonly teamMembers: string[];
  readonly treeMembers: string[];
}

/** A person with the union of his roles and the people he stands above; undefined when he is not there or disabled. */
export async function loadActor(
  tx: Tx,
  orgId: string,
  userId: string,
  known?: OrgSnapshot,
): Promise<Actor | undefined> {
  // The organisation first: were it read last, an actor of old rights could carry the new stamp.
  const org = known ?? (await loadOrg(tx, orgId));
  const found = await sql<PersonRow>`
    with me as (
      select name, locale, team_id from users
      where org_id = ${orgId}::uuid and id = ${userId}::uuid and status <> 'disabled'
    ), mine as (
      select id from teams
      where org_id = ${orgId}::uuid and (id = (select team_id from me) or leader_id = ${userId}::uuid)
    )
    select me.name, me.locale, me.team_id as "teamId",
      array(select id from users where org_id = ${orgId}::uuid and team_id in (select id from mine) and id <> ${userId}::uuid) as "teamMembers",
      array(select u.id from users u join teams t on (t.org_id, t.id) = (u.org_id, u.team_id)
        where u.org_id = ${orgId}::uuid and t.path && array(select id from mine) and u.id <> ${userId}::uuid) as "treeMembers"
    from me`.execute(tx);
  const person = found.rows[0];
  if (!person) return undefined;
  const rights = uniteRights(await rolesOf(tx, orgId, userId));
  return {
    id: userId,
    orgId,
    name: person.name,
    locale: person.locale,
    teamId: person.teamId,
    permissions: new Set(rights.permissions),
    scopes: rights.scopes,
    fieldRights: rights.fieldRights,
    teamMembers: [userId, ...person.teamMembers],
    treeMembers: [userId, ...person.treeMembers],
    org,
  };
}

async function rolesOf(tx: Tx, orgId: string, userId: string): Promise<Rights[]> {
  const found = await sql<Rights>`
    select r.permissions, r.scopes, r.field_rights as "fieldRights"
    from user_roles u join roles r on (r.org_id, r.id) = (u.org_id, u.role_id)
    where u.org_id = ${orgId}::uuid and u.user_id = ${userId}::uuid`.execute(tx);
  return found.rows;
}

class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

const allScopes = new Proxy({}, { get: () => 'all' }) as Actor['scopes'];

/** Acts for nobody in particular: jobs, reactions, the demo. Never reachable by a request. */
export const systemActorId = '00000000-0000-7000-8000-000000000000';

export function systemActor(org: OrgSnapshot): Actor {
  return {
    id: systemActorId,
    orgId: org.id,
    name: 'system',
    locale: org.locale,
    teamId: null,
    permissions: new Everything(),
    scopes: allScopes,
    fieldRights: {},
    teamMembers: [],
    treeMembers: [],
    org,
  };
}
