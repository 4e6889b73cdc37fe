import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../values/one-line.ts';
import type { SheetCell, SheetToWrite } from './sheet-to-write.ts';
import { xlsxStream } from './write-xlsx.ts';

export type SheetFormat = 'csv' | 'xlsx';

export const mediaTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes a table as a stream in small memory. `extra` sheets exist in XLSX only. */
export function writeSheet(
  format: SheetFormat,
  sheet: SheetToWrite,
  extra: readonly SheetToWrite[] = [],
): Readable {
  return format === 'xlsx'
    ? xlsxStream([sheet, ...extra])
    : Readable.from(csvPieces(sheet), { objectMode: false });
}

async function* csvPieces({ header, pages }: SheetToWrite): AsyncGenerator<string> {
  // Excel takes a CSV for UTF-8 only when it begins with the mark.
  yield `\ufeff${csvLines([header.map(safeCell)])}`;
  for await (const rows of pages) if (rows.length > 0) yield csvLines(rows.map((row) => row.map(csvCell)));
}

function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n' });
}

function csvCell(cell: SheetCell): string {
  if (!cell) return '';
  if ('text' in cell) return safeCell(cell.text);
  if ('number' in cell) return cell.number;
  if ('money' in cell) return cell.money;
  return 'day' in cell ? cell.day : cell.time;
}

/** The same pages from rows at hand. */
export async function* onePage(
  rows: readonly (readonly SheetCell[])[],
): AsyncGenerator<readonly (readonly SheetCell[])[]> {
  yield rows;
}
