import { type RawBuilder, sql } from 'kysely';
import type { Field, FieldRights, ObjectDefinition } from './fields.ts';
import { Refusal } from './values/refusal.ts';

/** How far a role sees on one object; wider ones contain the narrower. */
export const scopes = ['none', 'self', 'team', 'teamTree', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** The organisation as every request needs it; replaced as a whole when its stamp grows. */
export interface OrgSnapshot {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly stamp: number;
  readonly demo: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly customFields: Readonly<Record<string, readonly Field[]>>;
  /** Names of everybody by id, where requests are served; a change of a name raises the stamp. */
  readonly people?: ReadonlyMap<string, string>;
}

/** Whoever acts: a person with the union of his roles, or an API key that is at most its owner. */
export interface Actor {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly locale: string;
  readonly teamId: string | null;
  readonly permissions: ReadonlySet<string>;
  readonly scopes: Readonly<Record<string, Scope>>;
  readonly fieldRights: Readonly<Record<string, FieldRights>>;
  /** Users of his own team, himself included. */
  readonly teamMembers: readonly string[];
  /** Users of his team and every team below, himself included. */
  readonly treeMembers: readonly string[];
  readonly org: OrgSnapshot;
}

/** How far the actor sees on one object; not at all unless a role says so. */
export function scopeOf(actor: Actor, object: string): Scope {
  return actor.scopes[object] ?? 'none';
}

/** Owners whose rows the actor sees on this object; null means everybody's. */
export function visibleOwners(actor: Actor, object: string): readonly string[] | null {
  switch (scopeOf(actor, object)) {
    case 'all':
      return null;
    case 'teamTree':
      return actor.treeMembers;
    case 'team':
      return actor.teamMembers;
    case 'self':
      return [actor.id];
    case 'none':
      return [];
  }
}

/**
 * The predicate that starts every query on an object: own organisation, not in the bin, inside the actor's
 * scope. The table must be aliased `t` (or `alias`). `also` adds rows seen for another reason, such as pool members.
 */
export function visibleTo(
  actor: Actor,
  definition: ObjectDefinition,
  { alias = 't', also }: { alias?: string; also?: RawBuilder<unknown> } = {},
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const inOrg = sql`${column('org_id')} = ${actor.orgId}::uuid`;
  const alive = definition.softDelete ? sql` and ${column('deleted_at')} is null` : sql``;
  if (!definition.ownerColumn) return sql<boolean>`(${inOrg}${alive})`;
  const owners = visibleOwners(actor, definition.object);
  if (owners === null) return sql<boolean>`(${inOrg}${alive})`;
  const owner = column(definition.ownerColumn);
  const only = owners.length === 1 ? owners[0] : undefined;
  const mine = only ? sql`${owner} = ${only}::uuid` : sql`${owner} = any(${owners}::uuid[])`;
  return sql<boolean>`(${inOrg}${alive} and (${mine}${also ? sql` or ${also}` : sql``}))`;
}

/** The object with the organisation's own fields appended, as this actor's catalogue. */
export function definitionFor(actor: Actor, definition: ObjectDefinition): ObjectDefinition {
  const custom = actor.org.customFields[definition.object];
  return custom?.length ? { ...definition, fields: [...definition.fields, ...custom] } : definition;
}

/** What the actor may do with the single fields of an object, where it differs from the catalogue. */
export function rightsFor(actor: Actor, definition: ObjectDefinition): FieldRights {
  return actor.fieldRights[definition.object] ?? {};
}

/** Whether the actor has a permission. */
export function may(actor: Actor, permission: string): boolean {
  return actor.permissions.has(permission);
}

/** Stops with 403 when the actor lacks the permission. */
export function requirePermission(actor: Actor, permission: string): void {
  if (!may(actor, permission)) throw new Refusal('forbidden', 'forbidden', { detail: { permission } });
}
