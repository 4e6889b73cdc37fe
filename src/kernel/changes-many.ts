import { sql } from 'kysely';
import { changesBetween, type Row } from './changes.ts';
import type { Step } from './command.ts';
import type { Tx } from './db.ts';
import { columnOf, fieldOf, isEditable, type ObjectDefinition } from './fields.ts';
import type { Changes } from './outbox.ts';

type Values = Readonly<Record<string, unknown>>;

/** Catalogue values under the names of their columns, as one JSON row; custom fields stay together. */
export function columnsOf(definition: ObjectDefinition, values: Values): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(definition, key);
    if (key === 'custom') columns.custom = value;
    else if (field && !field.expression && !field.customKey && value !== undefined)
      columns[columnOf(field)] = value;
  }
  return columns;
}

/**
 * Inserts many rows in one statement, each given under its column names. Rows that meet a unique index are left
 * out, races included; returns the ids that went in.
 */
export async function insertRows(
  { tx, actor }: Step,
  definition: ObjectDefinition,
  rows: readonly (Values & { readonly id: string })[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const names = [...new Set(['org_id', ...rows.flatMap((row) => Object.keys(row))])];
  const sent = rows.map((row) => ({ ...row, org_id: actor.orgId }));
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const added = await sql<{ id: string }>`
    insert into ${sql.table(definition.table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(definition.table)}, ${JSON.stringify(sent)}::jsonb)
    on conflict do nothing returning id`.execute(tx);
  return new Set(added.rows.map((row) => row.id));
}

export interface ChangedRow {
  readonly before: Row;
  readonly values: Values;
  /** Columns the slice sets itself, by column name. */
  readonly more?: Values;
}

export interface SavedRow {
  readonly id: string;
  readonly version: number;
  readonly changes: Changes;
}

/** Locks rows that are not in the bin for update, in id order, with every stored value under its catalogue key. */
export async function lockRows(
  { tx, actor }: Step,
  definition: ObjectDefinition,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const stored = definition.fields.filter((field) => !field.expression && !field.customKey);
  const columns = [
    sql`t.id`,
    sql`t.version`,
    ...(definition.customFields ? [sql`t.custom`] : []),
    ...stored.map((field) => sql`${sql.ref(`t.${columnOf(field)}`)} as ${sql.ref(field.key)}`),
  ];
  const found = await sql<Row>`
    select ${sql.join(columns)} from ${sql.table(definition.table)} as t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[])
      ${definition.softDelete ? sql`and t.deleted_at is null` : sql``}
    order by t.id for update of t`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/**
 * Saves changes of many locked rows in one statement under the versions they were read with. Rows that do not
 * change, that somebody changed in between, or that would meet a unique index, are missing from the answer.
 */
export async function updateRows(
  { tx, actor }: Step,
  definition: ObjectDefinition,
  rows: readonly ChangedRow[],
): Promise<SavedRow[]> {
  const changed = rows
    .map((row) => ({ ...row, changes: changesBetween(definition, row.before, row.values) }))
    .filter(({ changes }) => Object.keys(changes).length > 0);
  if (changed.length === 0) return [];
  const patches = changed.map(({ before, values, changes, more }) => ({
    id: before.id,
    version: before.version,
    patch: { ...patchOf(definition, before, values, changes), ...more },
  }));
  const versions = await saveOrSplit(tx, actor.orgId, definition, patches);
  return changed.flatMap(({ before, changes }) => {
    const version = versions.get(before.id);
    return version === undefined ? [] : [{ id: before.id, version, changes }];
  });
}

interface Patch {
  readonly id: string;
  readonly version: number;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** One statement for all; when one of them meets a unique index, halves until only that one is left out. */
async function saveOrSplit(
  tx: Tx,
  orgId: string,
  definition: ObjectDefinition,
  patches: readonly Patch[],
): Promise<Map<string, number>> {
  await sql`savepoint many_rows`.execute(tx);
  try {
    const saved = await savePatches(tx, orgId, definition, patches);
    await sql`release savepoint many_rows`.execute(tx);
    return saved;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    await sql`rollback to savepoint many_rows`.execute(tx);
    await sql`release savepoint many_rows`.execute(tx);
    if (patches.length === 1) return new Map();
    const half = Math.ceil(patches.length / 2);
    const first = await saveOrSplit(tx, orgId, definition, patches.slice(0, half));
    const rest = await saveOrSplit(tx, orgId, definition, patches.slice(half));
    return new Map([...first, ...rest]);
  }
}

async function savePatches(
  tx: Tx,
  orgId: string,
  definition: ObjectDefinition,
  patches: readonly Patch[],
): Promise<Map<string, number>> {
  const names = [...new Set(patches.flatMap(({ patch }) => Object.keys(patch)))];
  const table = sql.table(definition.table);
  const saved = await sql<{ id: string; version: number }>`
    update ${table} as t
    set ${sql.join(names.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`))}, version = t.version + 1
    from (
      select r.id as row_id, r.version as row_version, p.*
      from jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) as r(id uuid, version integer, patch jsonb)
      join ${table} as l on l.org_id = ${orgId}::uuid and l.id = r.id
      cross join lateral jsonb_populate_record(l, r.patch) as p) as n
    where t.org_id = ${orgId}::uuid and t.id = n.row_id and t.version = n.row_version
    returning t.id, t.version`.execute(tx);
  return new Map(saved.rows.map((row) => [row.id, row.version]));
}

function patchOf(
  definition: ObjectDefinition,
  before: Row,
  values: Values,
  changes: Changes,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(changes)) {
    const field = fieldOf(definition, key);
    if (field && !field.customKey && (isEditable(field) || field.expression === undefined))
      patch[columnOf(field)] = values[key] ?? null;
  }
  if (Object.keys(changes).some((key) => key.startsWith('custom.'))) {
    const custom = { ...(before.custom as Values), ...(values.custom as Values) };
    patch.custom = Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null));
  }
  return patch;
}

/** Those of these records of which nothing is known but that they came in: no change, no activity, nothing that hangs on them. */
export async function untouchedSince(
  { tx, actor }: Step,
  createdType: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const touched = await sql<{ id: string }>`
    select distinct r.id from unnest(${ids}::uuid[]) as r(id)
    join events e on e.org_id = ${actor.orgId}::uuid and e.about @> array[r.id] and e.type <> ${createdType}`.execute(
    tx,
  );
  const gone = new Set(touched.rows.map((row) => row.id));
  return new Set(ids.filter((id) => !gone.has(id)));
}

/** Moves rows to the bin that still have the version they were made with; returns the ids of those that went. */
export async function binRows(
  { tx, actor, now }: Step,
  definition: ObjectDefinition,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<Set<string>> {
  const table = sql.table(definition.table);
  const gone = await sql<{ id: string }>`
    update ${table} as t set deleted_at = ${now}, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version integer)
    where t.org_id = ${actor.orgId}::uuid and t.id = r.id and t.version = r.version and t.deleted_at is null
    returning t.id`.execute(tx);
  return new Set(gone.rows.map((row) => row.id));
}
