import type { Input } from '#kernel/contract.ts';
import { objectNamed, type Words } from '#kernel/fields.ts';
import type { RawContext } from '#kernel/http.ts';
import { announce } from '#kernel/outbox.ts';
import { sendSheet } from '#kernel/sheets/send-sheet.ts';
import type { SheetCell, SheetToWrite } from '#kernel/sheets/sheet-to-write.ts';
import { writeSheet } from '#kernel/sheets/write-sheet.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { downloadResult as operation } from '../contract/imports.ts';
import { resultDownloaded } from '../events.ts';
import { outcomeWords, reasonText } from '../rules/reason-words.ts';
import { loadImport } from '../store/imports.ts';
import { type LedgerRow, readLedger } from '../store/ledger.ts';
import { withinRequest } from '../store/within-request.ts';

const pageRows = 1_000;
const extra = {
  zh: ['导入结果', '导入说明', '原行号'],
  en: ['Import result', 'Import note', 'Original row'],
} as const;

/**
 * Sends the result of an import: the file's own columns first, then what became of each row and why. Cut down to the
 * bad rows it can be mended and uploaded again as it is.
 */
export async function downloadResult(
  { id, only, format }: Input<typeof operation>,
  context: RawContext,
): Promise<unknown> {
  const { caller, reply } = context;
  if (!caller) throw notFound();
  const { actor } = caller;
  const within = withinRequest(caller, context);
  const one = await within((step) => loadImport(step, id));
  const lang = actor.locale.startsWith('en') ? 'en' : 'zh';
  const labels = new Map<string, Words>(
    objectNamed(one.object)?.fields.map((field) => [field.key, field.label]),
  );
  const headers = one.columns.map(({ header }) => header);

  async function* pages(): AsyncGenerator<SheetCell[][]> {
    let after = one.headerLine;
    let count = 0;
    for (;;) {
      const rows = await within((step) => readLedger(step, id, { after, limit: pageRows, which: only }));
      if (rows.length === 0) break;
      after = rows.at(-1)?.line ?? after;
      count += rows.length;
      yield rows.map((row) => resultRow(row, headers.length, labels, lang));
    }
    await within(
      (step) => announce(step, resultDownloaded, { subject: id, data: { only, rows: count } }),
      'write',
    );
  }

  const sheet: SheetToWrite = { name: extra[lang][0], header: [...headers, ...extra[lang]], pages: pages() };
  const name = `${one.fileName.replace(/\.\w+$/, '')}-${extra[lang][0]}`;
  return sendSheet(reply, writeSheet(format, sheet), name, format);
}

function resultRow(
  { line, cells, outcome, reasons }: LedgerRow,
  width: number,
  labels: ReadonlyMap<string, Words>,
  lang: 'zh' | 'en',
): SheetCell[] {
  const row: SheetCell[] = Array.from({ length: width }, (_, index) =>
    cells[index] ? { text: cells[index] } : null,
  );
  const why = outcome === null ? [{ code: 'not_reached' }] : (reasons ?? []);
  row.push(
    { text: outcome ? outcomeWords[outcome][lang] : '' },
    { text: reasonText(why, labels, lang) },
    { number: String(line) },
  );
  return row;
}
