import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { columnOf } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { leadObject } from '../fields.ts';

/** Leads as a merge would find them, unlocked, in the order asked for: 404 when one is not the asker's to see. */
export async function loadForMerge(
  ids: readonly string[],
  { tx, actor }: Step,
): Promise<Readonly<Record<string, unknown> & { id: string; status: string; version: number }>[]> {
  const stored = leadObject.fields.filter((field) => !field.expression);
  const columns = stored.map((field) => sql`${sql.ref(`t.${columnOf(field)}`)} as ${sql.ref(field.key)}`);
  const found = await sql<Record<string, unknown> & { id: string; status: string; version: number }>`
    select t.id, t.version, t.custom, ${sql.join(columns)} from leads as t
    where t.id = any(${ids}::uuid[]) and ${recordVisible(actor, 'leads')}`.execute(tx);
  if (found.rows.length !== ids.length) throw notFound();
  return ids.flatMap((id) => found.rows.find((row) => row.id === id) ?? []);
}
