import { readCsv } from './read-csv.ts';
import { listSheets, readXlsx } from './read-xlsx.ts';
import type { SheetRow } from './sheet.ts';
import { sniffFile, type TextForm } from './sniff.ts';

export interface OpenedSheet {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: AsyncGenerator<SheetRow>;
}

/** Opens a table file of either kind for reading row by row; what was chosen by hand wins over what we guess. */
export async function openSheet(
  path: string,
  chosen: Partial<TextForm> & { sheet?: string } = {},
): Promise<OpenedSheet> {
  const form = await sniffFile(path, chosen);
  if (form.kind === 'csv')
    return {
      kind: 'csv',
      encoding: form.encoding,
      delimiter: form.delimiter,
      sheets: [],
      sheet: null,
      rows: readCsv(path, form),
    };
  const sheets = await listSheets(path);
  const sheet = chosen.sheet ?? sheets[0] ?? null;
  return {
    kind: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets,
    sheet,
    rows: readXlsx(path, sheet ?? undefined),
  };
}
