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

/** Why a file cannot be read. */
export type FileProblem =
  | 'file_missing'
  | 'file_empty'
  | 'no_data_rows'
  | 'file_too_big'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'record_too_long'
  | 'old_excel'
  | 'not_a_sheet'
  | 'broken_file'
  | 'unpacks_too_big'
  | 'file_with_dtd'
  | 'no_such_sheet'
  | 'unknown_encoding';

/** Refuses (422) a file; the operation that takes it declares the sentence. */
export function badFile(code: FileProblem, detail?: Refusal['detail']): Refusal {
  return badInput([{ field: 'file', code, detail }]);
}
