import { type Actor, definitionFor, requirePermission, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { rightOn } from '#kernel/fields.ts';
import { runList } from '#kernel/lists.ts';
import { announce } from '#kernel/outbox.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { OfferedList } from '#kernel/slice.ts';
import { newId } from '#kernel/values/id.ts';
import { addHours } from '#kernel/values/instant.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type { requestExport as operation } from '../contract/exports.ts';
import { listExported } from '../events.ts';
import { exportHours, exportRowsAtMost } from '../model.ts';
import { insertExport } from '../store/exports.ts';

/**
 * Notes that a list is to be taken out, exactly as its reader sees it: filter, sort, columns. The rows are read when
 * the file is downloaded, by the rights of that moment; nothing is kept on the server.
 */
export async function requestExport(
  { listId, format, filter, q, sort, columns: asked }: Input<typeof operation>,
  step: Step,
): Promise<Output<typeof operation>> {
  const { actor, now } = step;
  const list = theRegistry().lists.get(listId);
  if (!list) throw badInput([{ field: 'listId', code: 'unknown_list' }]);
  requirePermission(actor, list.contract.list.permission);
  const columns = exportableColumns(actor, list, asked);
  const query = { ...(filter ? { filter } : {}), ...(q ? { q } : {}), ...(sort ? { sort } : {}) };
  const page = await runList(
    list.source,
    { ...query, limit: 1, total: 'true', fields: columns.join(',') },
    step,
  );
  const rows = page.total ?? 0;
  if (rows > exportRowsAtMost)
    throw new Refusal('rule', 'too_many_to_export', { detail: { rows, max: exportRowsAtMost } });

  const id = newId();
  const expiresAt = addHours(now, exportHours);
  const { object } = list.source.definition;
  await insertExport(step, { id, listId, object, format, query, columns, rows, expiresAt });
  await announce(step, listExported, {
    subject: id,
    data: { list: listId, format, rows, fields: columns, filter: filter ?? null },
  });
  return { id, rows, expiresAt: expiresAt.toISOString() };
}

/** The asked columns in their order, without those that are not for export. A hidden one is refused like an unknown one. */
function exportableColumns(actor: Actor, { source }: OfferedList, asked: readonly string[]): string[] {
  const definition = definitionFor(actor, source.definition);
  const rights = rightsFor(actor, definition);
  const known = new Map(definition.fields.map((field) => [field.key, field]));
  const columns: string[] = [];
  for (const key of new Set(asked)) {
    const field = known.get(key);
    if (!field || rightOn(field, rights) === 'hidden')
      throw badInput([{ field: key, code: 'unknown_field' }]);
    if (field.exportable || field.customKey !== undefined) columns.push(key);
  }
  if (columns.length === 0) throw badInput([{ field: 'columns', code: 'nothing_to_export' }]);
  return columns;
}
