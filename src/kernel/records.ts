import { type RawBuilder, sql } from 'kysely';
import { type Actor, visibleTo } from './access.ts';
import type { Step } from './command.ts';
import { columnOf, fieldOf, objectNamed } from './fields.ts';
import { notFound } from './values/refusal.ts';

type Also = (actor: Actor) => RawBuilder<unknown> | undefined;

const reasons = new Map<string, Also>();

/** A slice says why else its rows may be seen beside ownership: pool members, approvers. Called at start. */
export function seeRecordsAlso(object: string, also: Also): void {
  reasons.set(object, also);
}

/** Whether rows of this object may be seen for another reason than whose they are. */
export function isSeenAlso(object: string): boolean {
  return reasons.has(object);
}

/** The predicate by which this actor sees one record of any declared object, alias `t`. */
export function recordVisible(actor: Actor, object: string): RawBuilder<boolean> {
  const definition = objectNamed(object);
  if (!definition || !actor.permissions.has(`${object}.read`)) return sql<boolean>`false`;
  return visibleTo(actor, definition, { also: reasons.get(object)?.(actor) });
}

/** The ids among these that the actor may see. */
export async function visibleRecords(
  step: Pick<Step, 'actor' | 'tx'>,
  object: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const definition = objectNamed(object);
  if (!definition || ids.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select t.id from ${sql.table(definition.table)} as t
    where t.id = any(${ids}::uuid[]) and ${recordVisible(step.actor, object)}`.execute(step.tx);
  return new Set(found.rows.map((row) => row.id));
}

/** The name of a record the actor may see; unknown and unseen alike are 404. */
export async function requireRecord(
  step: Pick<Step, 'actor' | 'tx'>,
  object: string,
  id: string,
): Promise<{ id: string; name: string }> {
  const definition = objectNamed(object);
  const name = definition && fieldOf(definition, definition.nameField);
  if (!definition || !name) throw notFound();
  const found = await sql<{ id: string; name: string }>`
    select t.id, ${sql.ref(`t.${columnOf(name)}`)} as name from ${sql.table(definition.table)} as t
    where t.id = ${id}::uuid and ${recordVisible(step.actor, object)}`.execute(step.tx);
  const row = found.rows[0];
  if (!row) throw notFound();
  return row;
}
