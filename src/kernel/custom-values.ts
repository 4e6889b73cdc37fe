import { sql } from 'kysely';
import { definitionFor } from './access.ts';
import type { Step } from './command.ts';
import type { ObjectDefinition } from './fields.ts';
import { badInput } from './values/refusal.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Refuses (422) people who are not there: no foreign key watches over a custom field, and somebody of another
 * organisation must answer like nobody at all.
 */
export async function requireKnownPeople(step: Step, base: ObjectDefinition, custom: Values): Promise<void> {
  const named = definitionFor(step.actor, base).fields.flatMap(({ type, customKey }) => {
    const id = type === 'user' && customKey ? custom[customKey] : null;
    return typeof id === 'string' ? { field: `custom.${customKey}`, id } : [];
  });
  if (named.length === 0) return;
  const found = await sql<{ id: string }>`
    select id from users where org_id = ${step.actor.orgId}::uuid and id = any(${named.map(({ id }) => id)}::uuid[])`.execute(
    step.tx,
  );
  const known = new Set(found.rows.map((row) => row.id));
  const unknown = named.filter(({ id }) => !known.has(id));
  if (unknown.length > 0) throw badInput(unknown.map(({ field }) => ({ field, code: 'unknown_reference' })));
}

/** How many records have this choice in a custom field, those in the bin included; counted up to a thousand. */
export async function countCustomChoice(
  { tx, actor }: Step,
  { table }: ObjectDefinition,
  key: string,
  choice: string,
): Promise<number> {
  const found = await sql<{ used: number }>`
    select count(*) as used from (
      select 1 from ${sql.table(table)} as t
      where t.org_id = ${actor.orgId}::uuid
        and (t.custom ->> ${key} = ${choice} or t.custom -> ${key} @> to_jsonb(${choice}::text))
      limit 1000) as some_rows`.execute(tx);
  return found.rows[0]?.used ?? 0;
}

/** Removes the values of a custom field from a piece of the table; answers how many rows had one. */
export async function dropCustomValues(
  { tx, actor }: Step,
  { table }: ObjectDefinition,
  key: string,
  atMost: number,
): Promise<number> {
  const dropped = await sql`
    update ${sql.table(table)} set custom = custom - ${key}
    where org_id = ${actor.orgId}::uuid and id in (
      select id from ${sql.table(table)} where org_id = ${actor.orgId}::uuid and custom ? ${key} limit ${atMost})
    returning 1`.execute(tx);
  return dropped.rows.length;
}
