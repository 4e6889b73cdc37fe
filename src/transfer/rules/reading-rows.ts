import type { Field } from '#kernel/fields.ts';
import type { RowReason } from '../model.ts';
import { type CellSetting, type ReadCell, readCell } from './reading-cells.ts';

export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row of the file as values of the object; empty cells are left out, so an update erases nothing. */
export interface ReadRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of people and records that are still to be found, by field key. */
  readonly names: Readonly<Record<string, string>>;
  readonly problems: readonly RowReason[];
}

/** Kinds whose values repeat in a file a thousand times: amounts, sizes, days, choices. */
const repeating: ReadonlySet<Field['type']> = new Set([
  'money',
  'integer',
  'number',
  'percent',
  'date',
  'datetime',
  'choice',
  'multiChoice',
  'checkbox',
]);
const rememberedAtMost = 5_000;
const remembered = new WeakMap<Field, Map<string, ReadCell>>();

/** The same as readCell; what was read once is not read again, which makes a large file four times as fast. */
function readCellOnce(field: Field, cell: string, setting: CellSetting): ReadCell {
  if (!repeating.has(field.type) || cell.length > 40) return readCell(field, cell, setting);
  let known = remembered.get(field);
  if (!known || known.size > rememberedAtMost) {
    known = new Map();
    remembered.set(field, known);
  }
  const key = `${setting.zone}/${setting.currency}/${setting.dateOrder}/${cell}`;
  const before = known.get(key);
  if (before) return before;
  const read = readCell(field, cell, setting);
  known.set(key, read);
  return read;
}

/** Reads the cells of a row by their fields; `fields` has one entry per column, null for columns left out. */
export function readFileRow(row: FileRow, fields: readonly (Field | null)[], setting: CellSetting): ReadRow {
  const values: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  const problems: RowReason[] = [];
  fields.forEach((field, index) => {
    if (!field) return;
    const read = readCellOnce(field, row.cells[index] ?? '', setting);
    if ('problem' in read) problems.push({ field: field.key, ...read.problem });
    else if (read.value === null) return;
    else if (field.type === 'user' || field.type === 'reference') names[field.key] = String(read.value);
    else if (field.customKey) custom[field.customKey] = read.value;
    else values[field.key] = read.value;
  });
  if (Object.keys(custom).length > 0) values.custom = custom;
  return { line: row.line, values, names, problems };
}
