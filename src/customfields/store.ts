import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { CustomField } from './model.ts';

const columns = sql`
  id, object, key, type, label_zh as "labelZh", label_en as "labelEn", choices, required, filterable, sortable,
  position, retired_at as "retiredAt", version`;

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
      sortable, position, created_at, created_by)
    values (${actor.orgId}::uuid, ${field.id}::uuid, ${field.object}, ${field.key}, ${field.type}, ${field.labelZh},
      ${field.labelEn}, ${field.choices ? JSON.stringify(field.choices) : null}::jsonb, ${field.required},
      ${field.filterable}, ${field.sortable}, ${field.position}, ${now}, ${actor.id}::uuid)`.execute(tx);
}

export async function saveField({ tx, actor }: Step, field: CustomField): Promise<number> {
  const saved = await sql<{ version: number }>`
    update custom_fields set label_zh = ${field.labelZh}, label_en = ${field.labelEn},
      choices = ${field.choices ? JSON.stringify(field.choices) : null}::jsonb, required = ${field.required},
      filterable = ${field.filterable}, sortable = ${field.sortable}, position = ${field.position},
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
