import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Step } from '#kernel/command.ts';
import type { RawContext } from '#kernel/http.ts';
import { openSheet } from '#kernel/sheets/read-sheet.ts';
import { badFile, type SheetRow, sheetLimits } from '#kernel/sheets/sheet.ts';
import { delimiters, encodings } from '#kernel/sheets/sniff.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import { cleanText } from '#kernel/values/text.ts';
import { visitOf } from '#kernel/visit.ts';
import type { FileColumn, ImportPlan } from '../model.ts';
import { findHeader } from '../rules/finding-header.ts';
import { suggestColumns } from '../rules/suggesting-columns.ts';
import { fieldsToImport, requireImportable } from '../store/course.ts';
import { insertImport, loadMappings, saveImport } from '../store/imports.ts';
import { insertFileRows } from '../store/rows.ts';

interface Received {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly sent: Readonly<Record<string, string>>;
}

const headRows = 60;
const batchRows = 2_000;
const samplesShown = 50;

/**
 * Takes a file, reads every row of it into the ledger of a new import and suggests a mapping. All or nothing: a file
 * that is too large, broken or a bomb leaves no trace. The bytes themselves are not kept.
 */
export async function uploadImport(_input: unknown, context: RawContext): Promise<unknown> {
  const { caller, request, reply } = context;
  if (!caller) throw new Refusal('unauthenticated', 'not_signed_in');
  const { actor, source } = caller;
  const path = join(tmpdir(), `yingdan-import-${newId()}`);
  try {
    const received = await receive(context, path);
    const answer = await visitOf(context).transaction(actor.orgId, (tx, now) =>
      keepRows(received, { actor, now, tx, source, requestId: request.id }),
    );
    return reply.status(201).type('application/json; charset=utf-8').send(JSON.stringify(answer));
  } finally {
    await rm(path, { force: true });
  }
}

async function receive({ request }: RawContext, path: string): Promise<Received> {
  if (!request.isMultipart()) throw badFile('file_missing');
  const part = await request.file({ limits: { fileSize: sheetLimits.fileBytes, files: 1 } });
  if (!part) throw badFile('file_missing');
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(part.file, count, createWriteStream(path));
  if (part.file.truncated) throw badFile('file_too_big', { max: sheetLimits.fileBytes / 1024 / 1024 });
  const sent: Record<string, string> = {};
  for (const [key, one] of Object.entries(part.fields))
    if (one && !Array.isArray(one) && one.type === 'field') sent[key] = String(one.value);
  // The name is shown and never opened: it needs no more than to be harmless text.
  const name = cleanText(part.filename.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || 'file';
  return { path, name, size, sha256: hash.digest(), sent };
}

async function keepRows(received: Received, step: Step): Promise<{ id: string; rowCount: number }> {
  const { sent } = received;
  const importable = requireImportable(step, sent.object ?? '');
  const fields = fieldsToImport(step, importable);
  const sheet = await openSheet(received.path, chosenForm(sent));
  const head: SheetRow[] = [];
  for (let next = await sheet.rows.next(); !next.done; next = await sheet.rows.next()) {
    head.push(next.value);
    if (head.length >= headRows) break;
  }
  if (head.length === 0) throw badFile('file_empty');
  const headerLine = sent.headerLine === undefined ? findHeader(head, fields) : Number(sent.headerLine);
  const header = head.find((row) => row.line === headerLine)?.cells ?? [];
  const columns = columnsOf(
    header,
    head.filter((row) => row.line > headerLine),
  );
  const id = newId();
  const plan: ImportPlan = {
    fields: suggestColumns(
      columns,
      fields,
      await loadMappings(step, importable.definition.object),
      importable.definition.fields.filter((field) => !fields.some(({ key }) => key === field.key)),
    ),
    mode: 'add',
    keys: importable.matchKeys.filter((key) => key.byDefault).map((key) => key.key),
    dateOrder: null,
    options: Object.fromEntries(
      (await importable.options(step)).flatMap(({ key, initial }) =>
        initial === null ? [] : [[key, initial]],
      ),
    ),
  };
  const one = { id, object: importable.definition.object, fileName: received.name, fileSize: received.size };
  const form = {
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    sheet: sheet.sheet,
    sheets: [...sheet.sheets],
  };
  const { sha256 } = received;
  // The rows need their import; its count is known only after them.
  await insertImport(step, { ...one, ...form, sha256, headerLine, rowCount: 0, columns, plan });
  const rowCount = await insertAll(step, id, headerLine, head, sheet.rows);
  if (rowCount === 0) throw badFile('no_data_rows');
  await saveImport(step, id, { row_count: rowCount });
  return { id, rowCount };
}

function chosenForm(sent: Readonly<Record<string, string>>) {
  const { encoding, delimiter, sheet, headerLine } = sent;
  if (encoding !== undefined && !(encodings as readonly string[]).includes(encoding))
    throw badFile('unknown_encoding');
  if (delimiter !== undefined && !(delimiters as readonly string[]).includes(delimiter))
    throw badInput([{ field: 'delimiter', code: 'unknown_choice' }]);
  if (headerLine !== undefined && !/^\d{1,6}$/.test(headerLine))
    throw badInput([{ field: 'headerLine', code: 'not_int' }]);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** Columns with their first non-empty values; a column without a name is called by its letter's number. */
function columnsOf(header: readonly string[], rows: readonly SheetRow[]): FileColumn[] {
  const width = Math.max(header.length, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => ({
    header: cleanText(header[index] ?? '').slice(0, 200),
    samples: rows
      .map((row) => cleanText(row.cells[index] ?? '').slice(0, 120))
      .filter((text) => text !== '')
      .slice(0, samplesShown),
  }));
}

async function insertAll(
  step: Step,
  id: string,
  headerLine: number,
  head: readonly SheetRow[],
  rest: AsyncGenerator<SheetRow>,
): Promise<number> {
  let batch: SheetRow[] = head.filter((row) => row.line > headerLine);
  let count = batch.length;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    batch.push(next.value);
    count += 1;
    if (count > sheetLimits.rows) throw badFile('too_many_rows', { max: sheetLimits.rows });
    if (batch.length < batchRows) continue;
    await insertFileRows(step, id, batch);
    batch = [];
  }
  if (batch.length > 0) await insertFileRows(step, id, batch);
  return count;
}
