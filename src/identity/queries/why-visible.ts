import { sql } from 'kysely';
import { type Actor, definitionFor, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { theRegistry } from '#kernel/registry.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { whyVisible } from '../contract/me.ts';
import type { Role, ScopeWidth } from '../model.ts';

type Answer = Output<typeof whyVisible>;
type Owner = NonNullable<Answer['owner']> & { readonly teamNames: string[] };

/**
 * Says why the actor sees a record: each of his roles whose scope reaches its owner, with the teams in between; or that
 * it is shared with him in another way (pool, approval). A record he does not see is simply not there (404).
 */
export async function explainVisibility(
  { object, id }: Input<typeof whyVisible>,
  step: Pick<Step, 'actor' | 'tx'>,
): Promise<Answer> {
  const { actor, tx } = step;
  const base = theRegistry().objects.get(object);
  if (!base) throw notFound();
  const found = await sql<{ ownerId: string | null }>`
    select ${base.ownerColumn ? sql.ref(`t.${base.ownerColumn}`) : sql`null::uuid`} as "ownerId"
    from ${sql.table(base.table)} as t where t.id = ${id}::uuid and ${recordVisible(actor, object)}`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) throw notFound();

  const owner = row.ownerId === null ? null : await loadOwner(step, row.ownerId);
  const roles = await loadOwnRoles(step);
  const grants = roles.flatMap((role) => grantOf(role, base, actor, owner));
  if (grants.length === 0) grants.push({ kind: 'shared', role: null, scope: null, through: [] });
  const definition = definitionFor(actor, base);
  const withRight = (right: string) =>
    definition.fields
      .filter((field) => rightOn(field, rightsFor(actor, definition)) === right)
      .map((field) => field.key);
  return {
    object,
    owner: owner && { id: owner.id, name: owner.name, team: owner.team },
    grants,
    // That fields are hidden may be said, which ones may not: their names can tell a secret.
    hiddenFields: withRight('hidden').length,
    maskedFields: withRight('masked'),
  };
}

function grantOf(role: Role, base: ObjectDefinition, actor: Actor, owner: Owner | null): Answer['grants'] {
  if (!role.permissions.includes(`${base.object}.read`)) return [];
  const scope: ScopeWidth = base.ownerColumn ? (role.scopes[base.object] ?? 'none') : 'all';
  if (!reaches(scope, actor, owner)) return [];
  const through = owner && (scope === 'team' || scope === 'teamTree') ? owner.teamNames : [];
  return [{ kind: 'role', role: { name: role.name, nameEn: role.nameEn }, scope, through }];
}

function reaches(scope: ScopeWidth, actor: Actor, owner: Owner | null): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'teamTree':
      return owner !== null && actor.treeMembers.includes(owner.id);
    case 'team':
      return owner !== null && actor.teamMembers.includes(owner.id);
    case 'self':
      return owner?.id === actor.id;
    case 'none':
      return false;
  }
}

async function loadOwner({ actor, tx }: Pick<Step, 'actor' | 'tx'>, id: string): Promise<Owner | null> {
  const found = await sql<Owner>`
    select u.id, u.name, t.name as team,
      array(select p.name from teams p where p.org_id = u.org_id and p.id = any(t.path) order by cardinality(p.path)) as "teamNames"
    from users u left join teams t on (t.org_id, t.id) = (u.org_id, u.team_id)
    where u.org_id = ${actor.orgId}::uuid and u.id = ${id}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

async function loadOwnRoles({ actor, tx }: Pick<Step, 'actor' | 'tx'>): Promise<Role[]> {
  const found = await sql<Role>`
    select r.id, r.key, r.name, r.name_en as "nameEn", r.permissions, r.scopes, r.field_rights as "fieldRights",
      r.built_in as "builtIn", r.version
    from user_roles u join roles r on (r.org_id, r.id) = (u.org_id, u.role_id)
    where u.org_id = ${actor.orgId}::uuid and u.user_id = ${actor.id}::uuid order by r.name`.execute(tx);
  return found.rows;
}
