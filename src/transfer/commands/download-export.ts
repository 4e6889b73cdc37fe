import { definitionFor, requirePermission, rightsFor } from '#kernel/access.ts';
import type { Input } from '#kernel/contract.ts';
import { type Field, type FieldRights, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import type { RawContext } from '#kernel/http.ts';
import type { ListPage } from '#kernel/list-contract.ts';
import { runList } from '#kernel/lists.ts';
import { announce } from '#kernel/outbox.ts';
import { theRegistry } from '#kernel/registry.ts';
import { sendSheet } from '#kernel/sheets/send-sheet.ts';
import type { SheetCell, SheetToWrite } from '#kernel/sheets/sheet-to-write.ts';
import { onePage, writeSheet } from '#kernel/sheets/write-sheet.ts';
import { dayOf, timeOf } from '#kernel/values/day.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { downloadExport as operation } from '../contract/exports.ts';
import { exportDownloaded } from '../events.ts';
import { exportRowsAtMost } from '../model.ts';
import { writeCell } from '../rules/writing-cells.ts';
import { type StoredExport, takeExport } from '../store/exports.ts';
import { withinRequest } from '../store/within-request.ts';

const pageRows = 1_000;

/**
 * Sends an export page by page, by keyset, as fast as the browser takes it. Every page is read with the rights the
 * person has now, so an export never holds more than he may see at the download.
 */
export async function downloadExport({ id }: Input<typeof operation>, context: RawContext): Promise<unknown> {
  const { caller, reply } = context;
  if (!caller) throw notFound();
  const { actor } = caller;
  const within = withinRequest(caller, context);
  const { one, now } = await within(
    async (step) => ({ one: await takeExport(step, id), now: step.now }),
    'write',
  );
  if (one.expiresAt < now) throw new Refusal('rule', 'link_expired');
  const list = theRegistry().lists.get(one.listId);
  if (!list) throw notFound();
  requirePermission(actor, list.contract.list.permission);
  const definition = definitionFor(actor, list.source.definition);
  const fields = fieldsOf(one, definition, rightsFor(actor, definition));
  const lang = actor.locale.startsWith('en') ? 'en' : 'zh';
  const readPage = (cursor: string | undefined) =>
    within((step) =>
      runList(
        list.source,
        {
          ...one.query,
          limit: pageRows,
          total: 'false',
          fields: fields.map((field) => field.key).join(','),
          ...(cursor ? { cursor } : {}),
        },
        step,
      ),
    );
  const finished = (rows: number) =>
    within(
      (step) => announce(step, exportDownloaded, { subject: id, data: { list: one.listId, rows } }),
      'write',
    );
  // The first page is read before the answer begins: what goes wrong here is still a proper refusal.
  const first = await readPage(undefined);
  const pages = pagesOf({ first, readPage, finished, fields, lang, zone: actor.org.zone });
  const name = `${definition.label[lang]}-${dayOf(now, actor.org.zone)}`;
  const sheet: SheetToWrite = {
    name: definition.label[lang],
    header: fields.map((field) => field.label[lang]),
    pages,
  };
  const note = noteSheet(one, {
    lang,
    by: actor.name,
    at: `${dayOf(now, actor.org.zone)} ${timeOf(now, actor.org.zone)}`,
  });
  return sendSheet(reply, writeSheet(one.format, sheet, [note]), name, one.format);
}

/** The columns of an export as far as the person may still know them. */
function fieldsOf({ columns }: StoredExport, definition: ObjectDefinition, rights: FieldRights): Field[] {
  return columns.flatMap((key) => {
    const field = definition.fields.find((known) => known.key === key);
    return field && rightOn(field, rights) !== 'hidden' ? [field] : [];
  });
}

interface Paging {
  readonly first: ListPage;
  readonly readPage: (cursor: string) => Promise<ListPage>;
  readonly finished: (rows: number) => Promise<unknown>;
  readonly fields: readonly Field[];
  readonly lang: 'zh' | 'en';
  readonly zone: string;
}

async function* pagesOf({
  first,
  readPage,
  finished,
  fields,
  lang,
  zone,
}: Paging): AsyncGenerator<SheetCell[][]> {
  let count = 0;
  for (let page = first; ; ) {
    const left = exportRowsAtMost - count;
    const rows = page.items.slice(0, left);
    const writing = { lang, zone, names: page.names };
    count += rows.length;
    yield rows.map((row) => fields.map((field) => writeCell(field, fieldValue(row, field), writing)));
    if (page.nextCursor === null || count >= exportRowsAtMost) break;
    page = await readPage(page.nextCursor);
  }
  await finished(count);
}

function fieldValue(row: Readonly<Record<string, unknown>>, field: Field): unknown {
  return field.customKey === undefined
    ? row[field.key]
    : (row.custom as Readonly<Record<string, unknown>> | undefined)?.[field.customKey];
}

/** A second sheet that says who took the list out, and when: the watermark. */
function noteSheet(
  one: StoredExport,
  { lang, by, at }: { lang: 'zh' | 'en'; by: string; at: string },
): SheetToWrite {
  const zh = lang === 'zh';
  const line = (name: string, text: string): SheetCell[] => [{ text: name }, { text }];
  return {
    name: zh ? '导出说明' : 'About this export',
    header: zh ? ['项目', '内容'] : ['Item', 'Value'],
    pages: onePage([
      line(zh ? '导出人' : 'Exported by', by),
      line(zh ? '时间' : 'At', at),
      line(zh ? '编号' : 'Number', one.id),
    ]),
  };
}
