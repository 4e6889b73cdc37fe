import { badInput, type Refusal } from '../values/refusal.ts';

/** One row of a table file; `line` counts as Excel does, the first row is 1. Cells beyond the last filled one are left out. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file may be at most: whatever is larger is refused before it costs memory. */
export const sheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  rows: 200_000,
  columns: 500,
  /** A cell longer than Excel's own limit is cut; every field is shorter than that. */
  cellChars: 32_767,
  csvRecordBytes: 4 * 1024 * 1024,
  zipEntries: 2_000,
  sheetBytes: 400 * 1024 * 1024,
  smallPartBytes: 8 * 1024 * 1024,
  stringsBytes: 100 * 1024 * 1024,
  stringsChars: 30_000_000,
  strings: 1_500_000,
  /** An honest sheet shrinks to a tenth; what shrinks to a hundredth is a bomb. */
  packingRatio: 100,
  ratioFreeBytes: 30 * 1024 * 1024,
} as const;

/** Why a file cannot be read; the sentence is in `sheetRefusals`. */
export function badFile(code: keyof typeof sheetRefusals, detail?: Refusal['detail']): Refusal {
  return badInput([{ field: 'file', code, detail }]);
}

/** The sentences of everything that may be wrong with a file. */
export const sheetRefusals = {
  file_missing: { zh: '没有收到文件', en: 'No file was received' },
  file_empty: { zh: '文件是空的', en: 'The file is empty' },
  file_too_big: { zh: '文件超过 {max} MB', en: 'The file is larger than {max} MB' },
  too_many_rows: { zh: '超过 {max} 行，请分成几个文件', en: 'More than {max} rows: split the file' },
  too_many_columns: { zh: '超过 {max} 列', en: 'More than {max} columns' },
  record_too_long: {
    zh: '第 {line} 行之后有一个没有闭合的引号，或一行超过 4 MB',
    en: 'After row {line} a quotation mark is never closed, or one row is larger than 4 MB',
  },
  old_excel: {
    zh: '这是旧版或加了密码的 Excel，请另存为 .xlsx（不加密码）或 CSV',
    en: 'An old or password-protected Excel file: save it as .xlsx without a password, or as CSV',
  },
  not_a_sheet: { zh: '不是 CSV 或 XLSX 文件', en: 'Neither a CSV nor an XLSX file' },
  broken_file: { zh: '文件已损坏，读不出来', en: 'The file is damaged and cannot be read' },
  unpacks_too_big: {
    zh: '文件解压后过大，不像正常的表格',
    en: 'The file unpacks to a size that no ordinary sheet has',
  },
  file_with_dtd: { zh: '文件里含有不允许的 XML 声明', en: 'The file contains XML declarations that are not allowed' },
  no_such_sheet: { zh: '没有这个工作表', en: 'No such sheet' },
  unknown_encoding: { zh: '不认识这种文字编码', en: 'Unknown text encoding' },
} as const;
