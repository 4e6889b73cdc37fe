import { addDays } from '../values/day.ts';
import { Exact } from '../values/decimal.ts';
import { openZip, type Packed } from './open-zip.ts';
import { readAllXml, readXml } from './read-xml.ts';
import { badFile, type SheetRow, sheetLimits } from './sheet.ts';
import { tidyCells } from './tidy-cells.ts';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';

/** The names of the visible sheets of a workbook. */
export async function listSheets(path: string): Promise<string[]> {
  const zip = await openZip(path);
  try {
    return (await readWorkbookParts(zip)).sheets.map((sheet) => sheet.name);
  } finally {
    zip.close();
  }
}

/**
 * Reads one sheet row by row in small memory: nothing the file claims about its size is believed. Dates come as
 * `2026-05-01`, long numbers with all their digits, formulas as their last value, errors empty.
 */
export async function* readXlsx(path: string, sheetName?: string): AsyncGenerator<SheetRow> {
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbookParts(zip);
    const sheet = sheetName
      ? workbook.sheets.find((one) => one.name === sheetName)
      : (workbook.sheets[0] ?? undefined);
    if (!sheet) throw badFile('no_such_sheet');
    const strings = await readStrings(zip);
    yield* readRows(await zip.read(sheet.part, sheetLimits.sheetBytes), strings, workbook);
  } finally {
    zip.close();
  }
}

async function readStrings(zip: Packed): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let chars = 0;
  let reading = false;
  let phonetic = false;
  await readAllXml(await zip.read('xl/sharedStrings.xml', sheetLimits.stringsBytes), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      reading = name === 't' && !phonetic;
    },
    text(piece) {
      if (!reading) return;
      chars += piece.length;
      if (chars > sheetLimits.stringsChars) throw badFile('unpacks_too_big');
      if (text.length <= sheetLimits.cellChars) text += piece;
    },
    close(name) {
      reading = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      strings.push(text);
      if (strings.length > sheetLimits.strings) throw badFile('unpacks_too_big');
    },
  });
  return strings;
}

async function* readRows(
  stream: Parameters<typeof readXml>[0],
  strings: readonly string[],
  workbook: WorkbookParts,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let cell: Readonly<Record<string, string>> = {};
  let text = '';
  let reading = false;
  const pieces = readXml(stream, {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        cell = attributes;
        text = '';
        column = attributes.r ? columnOf(attributes.r) : column + 1;
      } else reading = name === 'v' || name === 't';
    },
    text(piece) {
      if (reading && text.length <= sheetLimits.cellChars) text += piece;
    },
    close(name) {
      reading = false;
      if (name === 'c' && text !== '') {
        if (column >= sheetLimits.columns) throw badFile('too_many_columns', { max: sheetLimits.columns });
        while (cells.length < column) cells.push('');
        cells[column] = cellValue(cell, text, strings, workbook);
      }
      if (name !== 'row') return;
      const tidy = tidyCells(cells);
      if (tidy.length > 0) ready.push({ line, cells: tidy });
    },
  });
  for await (const _piece of pieces) {
    yield* ready;
    ready = [];
  }
}

/** `BC12` → 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function cellValue(
  cell: Readonly<Record<string, string>>,
  text: string,
  strings: readonly string[],
  { formats, epochShift }: WorkbookParts,
): string {
  switch (cell.t) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return text;
    case 'd':
      return text.replace('T', ' ').replace(/ 00:00:00.*$/, '');
    case 'e':
      return '';
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
  }
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const meaning = formats[Number(cell.s ?? 0)] ?? null;
  if (meaning && number > 0 && number < 2_958_466) return dayText(number + epochShift, meaning);
  // Excel keeps 15 digits; what follows them is noise of binary fractions: 0.30000000000000004.
  return /e/i.test(text) || text.length > 16 ? new Exact(number.toPrecision(15)).toFixed() : text;
}

function dayText(serial: number, meaning: 'date' | 'datetime'): string {
  const seconds = Math.round((serial % 1) * 86_400);
  const day = addDays('1899-12-30', Math.floor(serial) + Math.floor(seconds / 86_400));
  if (meaning === 'date' && seconds === 0) return day;
  return `${day} ${new Date((seconds % 86_400) * 1_000).toISOString().slice(11, 19)}`;
}
