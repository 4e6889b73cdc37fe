import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type { Tx } from '#kernel/db.ts';
import { type Field, objectNamed } from '#kernel/fields.ts';
import { theRegistry } from '#kernel/registry.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import type * as contract from './contract.ts';
import { type CustomField, keptDays } from './model.ts';
import { catalogueField } from './rules/catalogue-field.ts';

const columns = sql`
  id, object, key, type, label_zh as "labelZh", label_en as "labelEn", choices, required, filterable, sortable,
  is_unique as "unique", position, retired_at as "retiredAt", version`;

/** The fields in use, by object, as the catalogue takes them. */
export async function readCustomFields(tx: Tx, orgId: string): Promise<Record<string, Field[]>> {
  const found = await sql<CustomField>`
    select ${columns} from custom_fields
    where org_id = ${orgId}::uuid and retired_at is null order by object, position, id`.execute(tx);
  const fields: Record<string, Field[]> = {};
  for (const row of found.rows) {
    if (!objectNamed(row.object)) continue;
    const list = fields[row.object] ?? [];
    fields[row.object] = list;
    list.push(catalogueField(row));
  }
  return fields;
}

/** Everything the settings page shows: the objects that take fields, and all fields, retired ones with their last day. */
export async function listCustomFields({
  tx,
  actor,
}: Step): Promise<Output<typeof contract.listCustomFields>> {
  const found = await sql<CustomField>`
    select ${columns} from custom_fields where org_id = ${actor.orgId}::uuid order by object, position, id`.execute(
    tx,
  );
  const objects = [...theRegistry().objects.values()].filter((definition) => definition.customFields);
  return {
    objects: objects.map(({ object, label }) => ({ object, label })),
    items: found.rows.map((row) => ({
      id: row.id,
      object: row.object,
      key: row.key,
      type: row.type,
      label: { zh: row.labelZh, en: row.labelEn },
      choices: row.choices?.map(({ key, label }) => ({ key, label })) ?? null,
      required: row.required,
      filter: row.filterable,
      sort: row.sortable,
      unique: row.unique,
      retiredAt: row.retiredAt?.toISOString() ?? null,
      goneOn: row.retiredAt ? addDays(dayOf(row.retiredAt, actor.org.zone), keptDays) : null,
      version: row.version,
    })),
  };
}
