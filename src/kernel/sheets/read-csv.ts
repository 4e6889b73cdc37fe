import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { badFile, type SheetRow, sheetLimits } from './sheet.ts';
import type { TextForm } from './sniff.ts';
import { tidyCells } from './tidy-cells.ts';

/** Reads a CSV file row by row, whatever its size. Blank rows count but are not given. */
export async function* readCsv(path: string, { encoding, delimiter }: TextForm): AsyncGenerator<SheetRow> {
  if (!iconv.encodingExists(encoding)) throw badFile('unknown_encoding');
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: sheetLimits.csvRecordBytes,
  });
  // Errors of any part reach the loop below through the parser.
  pipeline(createReadStream(path), iconv.decodeStream(encoding), parser, () => undefined);
  let line = 0;
  try {
    for await (const record of parser) {
      line += 1;
      const cells = tidyCells(record as string[]);
      if (cells.length > 0) yield { line, cells };
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw badFile('record_too_long', { line });
    throw error;
  } finally {
    parser.destroy();
  }
}
