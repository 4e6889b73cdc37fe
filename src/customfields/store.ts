import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { CustomField } from './model.ts';

const columns = sql`
  id, object, key, type, label_zh as "labelZh", label_en as "labelEn", choices, required, filterable, sortable,
  is_unique as "unique", position, retired_at as "retiredAt", version`;

/** All fields of an object, retired ones too: their names are still taken. */
export async function loadFields({ tx, actor }: Step, object: string): Promise<CustomField[]> {
  const found = await sql<CustomField>`
    select ${columns} from custom_fields where org_id = ${actor.orgId}::uuid and object = ${object}
    order by position, id`.execute(tx);
  return found.rows;
}

export async function lockField({ tx, actor }: Step, id: string): Promise<CustomField> {
  const found = await sql<CustomField>`
    select ${columns} from custom_fields where org_id = ${actor.orgId}::uuid and id = ${id}::uuid for update`.execute(
    tx,
  );
  const field = found.rows[0];
  if (!field) throw notFound();
  return field;
}

export async function insertField({ tx, actor, now }: Step, field: CustomField): Promise<void> {
  await sql`
    insert into custom_fields (org_id, id, object, key, type, label_zh, label_en, choices, required, filterable,
      sortable, is_unique, position, created_at, created_by)
    values (${actor.orgId}::uuid, ${field.id}::uuid, ${field.object}, ${field.key}, ${field.type}, ${field.labelZh},
      ${field.labelEn}, ${field.choices ? JSON.stringify(field.choices) : null}::jsonb, ${field.required},
      ${field.filterable}, ${field.sortable}, ${field.unique}, ${field.position}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

export async function saveField({ tx, actor }: Step, field: CustomField): Promise<number> {
  const saved = await sql<{ version: number }>`
    update custom_fields set label_zh = ${field.labelZh}, label_en = ${field.labelEn},
      choices = ${field.choices ? JSON.stringify(field.choices) : null}::jsonb, required = ${field.required},
      filterable = ${field.filterable}, sortable = ${field.sortable}, is_unique = ${field.unique}, position = ${field.position},
      retired_at = ${field.retiredAt}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${field.id}::uuid and version = ${field.version}
    returning version`.execute(tx);
  const row = saved.rows[0];
  if (!row) throw notFound();
  return row.version;
}

/** Retired fields whose time is over. */
export async function loadExpired({ tx, actor }: Step, before: Date): Promise<CustomField[]> {
  const found = await sql<CustomField>`
    select ${columns} from custom_fields where org_id = ${actor.orgId}::uuid and retired_at < ${before}
    order by id`.execute(tx);
  return found.rows;
}

export async function deleteField({ tx, actor }: Step, id: string): Promise<void> {
  await sql`delete from custom_fields where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and retired_at is not null`.execute(
    tx,
  );
}

/**
 * Makes or drops the index that keeps a field unique; false when records share a value already. It waits at most five
 * seconds for writers, who wait for it meanwhile.
 */
export async function keepUnique(
  { tx }: Step,
  { id, object, key }: CustomField,
  on: boolean,
): Promise<boolean> {
  await sql`savepoint unique_field`.execute(tx);
  try {
    await sql`select yd_custom_unique(${object}, ${id}::uuid, ${key}, ${on})`.execute(tx);
    await sql`release savepoint unique_field`.execute(tx);
    return true;
  } catch (error) {
    await sql`rollback to savepoint unique_field`.execute(tx);
    if ((error as { code?: string }).code === '23505') return false;
    throw error;
  }
}
