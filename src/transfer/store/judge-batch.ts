import { definitionFor, may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Field } from '#kernel/fields.ts';
import type { FoundMatch, Importable } from '#kernel/importing.ts';
import type { RowReason } from '../model.ts';
import { requiredFields } from '../rules/importable-fields.ts';
import { judgeRow, type Match, remember, type Seen, type Verdict } from '../rules/judging-rows.ts';
import { type FileRow, type ReadRow, readFileRow } from '../rules/reading-rows.ts';
import type { StoredImport } from './imports.ts';
import { findPeople, findRecords, idsOf, type NamedIds, visibleNames } from './names.ts';

/** Everything a check and a run need to know about an import, worked out once per batch. */
export interface Course {
  readonly one: StoredImport;
  readonly importable: Importable;
  readonly fields: readonly (Field | null)[];
}

export interface JudgedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly note: RowReason | null;
  readonly verdict: Verdict;
}

/** Reads a batch of rows and decides about each: the same for the check and for the run, so their counts agree. */
export async function judgeBatch(
  step: Step,
  course: Course,
  batch: readonly FileRow[],
  seen: Seen,
): Promise<JudgedRow[]> {
  const { one, importable } = course;
  const read = await readBatch(step, course, batch);
  const keyed = read.map((row) => ({ ...row, keys: keysOf(row.values, importable, one.plan.keys) }));
  const matches = await matchesOf(
    step,
    importable,
    keyed.filter((row) => row.problems.length === 0),
  );
  const mayUpdate = may(step.actor, importable.permissions.update);
  return keyed.map((row, index) => {
    const found = row.keys.flatMap((key) => matches.get(key) ?? []);
    const verdict = judgeRow({ row, matches: found, seen, mode: one.plan.mode, mayUpdate });
    remember(row, verdict, seen);
    const values = verdict.kind === 'update' ? row.values : row.fresh;
    return { line: row.line, cells: batch[index]?.cells ?? [], values, note: row.note, verdict };
  });
}

/** The keys of rows without deciding: for remembering those done before an interruption. */
export async function keysOfBatch(
  step: Step,
  course: Course,
  batch: readonly FileRow[],
): Promise<string[][]> {
  const { one, importable } = course;
  const read = await readBatch(step, course, batch);
  return read.map((row) => keysOf(row.values, importable, one.plan.keys));
}

function settingOf({ actor }: Step, { plan }: StoredImport) {
  return { zone: actor.org.zone, currency: actor.org.currency, dateOrder: plan.dateOrder };
}

async function readBatch(
  step: Step,
  { one, importable, fields }: Course,
  batch: readonly FileRow[],
): Promise<(ReadRow & { fresh: JudgedRow['values']; lacking: RowReason[]; note: RowReason | null })[]> {
  const setting = settingOf(step, one);
  const rows = batch.map((row) => readFileRow(row, fields, setting));
  const required = requiredFields(definitionFor(step.actor, importable.definition));
  const named = await findNames(step, fields, rows);
  return rows.map((row) => {
    const values: Record<string, unknown> = { ...row.values };
    const problems = [...row.problems];
    for (const [key, name] of Object.entries(row.names)) {
      const field = fields.find((one) => one?.key === key);
      const found = field && resolve(step, importable, field, name, named.get(key) ?? new Map());
      if (found && 'id' in found) values[key] = found.id;
      else if (found) problems.push({ field: key, ...found });
    }
    problems.push(...(importable.problems?.(values) ?? []));
    const filled = importable.fill(values);
    const fresh = { ...values, ...filled.values };
    return {
      ...row,
      values,
      fresh,
      problems,
      lacking: lackingOf(fresh, required),
      note: filled.note ?? null,
    };
  });
}

/** Required fields without a value; the owner of the object fills what it can first. */
function lackingOf(values: Readonly<Record<string, unknown>>, required: readonly Field[]): RowReason[] {
  const custom = (values.custom ?? {}) as Readonly<Record<string, unknown>>;
  return required
    .filter((field) => (field.customKey ? custom[field.customKey] : values[field.key]) == null)
    .map((field) => ({ field: field.key, code: 'required' }));
}

async function findNames(
  step: Step,
  fields: readonly (Field | null)[],
  rows: readonly ReadRow[],
): Promise<Map<string, NamedIds>> {
  const found = new Map<string, NamedIds>();
  for (const field of fields) {
    if (!field || (field.type !== 'user' && field.type !== 'reference')) continue;
    const names = [...new Set(rows.flatMap((row) => row.names[field.key] ?? []))];
    if (names.length === 0) continue;
    found.set(
      field.key,
      field.type === 'user' ? await findPeople(step, names) : await findRecords(step, field, names),
    );
  }
  return found;
}

function resolve(
  step: Step,
  importable: Importable,
  field: Field,
  name: string,
  named: NamedIds,
): { id: string } | RowReason {
  const value = name.slice(0, 60);
  const [id, other] = idsOf(named, name);
  const person = field.type === 'user';
  if (!id) return { code: person ? 'unknown_person' : 'unknown_record', detail: { value } };
  if (other) return { code: person ? 'several_people' : 'several_records', detail: { value } };
  if (person && id !== step.actor.id && !importable.mayGiveTo(step, id))
    return { code: 'not_yours_to_give', detail: { value } };
  return { id };
}

function keysOf(
  values: Readonly<Record<string, unknown>>,
  importable: Importable,
  chosen: readonly string[],
): string[] {
  const keys: string[] = [];
  for (const { key, of } of importable.matchKeys) {
    const value = chosen.includes(key) ? of(values) : null;
    if (value !== null) keys.push(`${key}:${value}`);
  }
  return keys;
}

async function matchesOf(
  step: Step,
  importable: Importable,
  rows: readonly { readonly keys: readonly string[] }[],
): Promise<Map<string, Match[]>> {
  const asked = new Map<string, string[]>();
  for (const key of new Set(rows.flatMap((row) => row.keys))) {
    const cut = key.indexOf(':');
    const values = asked.get(key.slice(0, cut)) ?? [];
    values.push(key.slice(cut + 1));
    asked.set(key.slice(0, cut), values);
  }
  if (asked.size === 0) return new Map();
  const found: readonly FoundMatch[] = await importable.findMatches(step, asked);
  const names = await visibleNames(step, importable.definition.object, [
    ...new Set(found.map((one) => one.id)),
  ]);
  const matches = new Map<string, Match[]>();
  for (const { key, value, id } of found) {
    const list = matches.get(`${key}:${value}`) ?? [];
    list.push({ id, key, name: names.get(id) ?? null, mine: names.has(id) });
    matches.set(`${key}:${value}`, list);
  }
  return matches;
}
