import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { type Field, objectNamed } from '#kernel/fields.ts';
import type { Importable } from '#kernel/importing.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import type * as contract from '../contract/imports.ts';
import { exportObject, importObject } from '../fields.ts';
import { requiredFields } from '../rules/importable-fields.ts';
import { fieldsToImport, importablesFor } from '../store/course.ts';
import { findSameFile, loadImport } from '../store/imports.ts';
import { readLedger } from '../store/ledger.ts';

export const importSource: ListSource = { definition: importObject };
export const exportSource: ListSource = { definition: exportObject };

type FieldCard = Output<typeof contract.listImportables>['items'][number]['fields'][number];

function cardsOf(fields: readonly Field[], importable: Importable | undefined): FieldCard[] {
  // What every new record gets by itself is not required of a file.
  const filled = importable?.fill({}).values ?? {};
  const needed = requiredFields({ ...importObject, fields }).filter((field) => filled[field.key] == null);
  const required = new Set(needed.map((field) => field.key));
  return fields.map(({ key, label, type }) => ({ key, label, type, required: required.has(key) }));
}

/** What the person may import, and into which fields. */
export async function listImportables(
  _input: unknown,
  step: Step,
): Promise<Output<typeof contract.listImportables>> {
  const items = importablesFor(step).map((importable) => ({
    object: importable.definition.object,
    label: importable.definition.label,
    fields: cardsOf(fieldsToImport(step, importable), importable),
  }));
  return { items };
}

/** One import with everything its screen shows, wherever it stands. */
export async function getImport(
  { id }: Input<typeof contract.getImport>,
  step: Step,
): Promise<Output<typeof contract.getImport>> {
  const one = await loadImport(step, id);
  // Who lost the right to the object still sees how his old imports went.
  const importable = importablesFor(step).find(({ definition }) => definition.object === one.object);
  const fields = importable ? fieldsToImport(step, importable) : [];
  const open = one.status === 'draft' || one.status === 'checking' || one.status === 'checked';
  const same = open ? await findSameFile(step, one.sha256, one.object, id) : null;
  const options = importable && open ? await importable.options(step) : [];
  const { removed, restored, kept, undoneLine: through, sha256: _hash, planVersion: _plan, ...rest } = one;
  return {
    ...rest,
    columns: one.columns.map(({ header, samples }) => ({ header, samples: samples.slice(0, 3) })),
    plan: { ...one.plan, fields: [...one.plan.fields], keys: [...one.plan.keys] },
    fields: cardsOf(fields, importable),
    matchKeys: importable?.matchKeys.map(({ key, label }) => ({ key, label })) ?? [],
    options: options.map(({ key, label, choices }) => ({ key, label, choices: [...choices] })),
    mayUpdate: importable ? may(step.actor, importable.permissions.update) : false,
    sameFile: same && { id: same.id, by: same.by, at: same.at.toISOString() },
    preview: one.preview as Output<typeof contract.getImport>['preview'],
    undo: { removed, restored, kept, through },
    createdAt: one.createdAt.toISOString(),
    startedAt: one.startedAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
    undoneAt: one.undoneAt?.toISOString() ?? null,
  };
}

/** A page of what became of the rows. */
export async function listImportRows(
  { id, outcome, after, limit }: Input<typeof contract.listImportRows>,
  step: Step,
): Promise<Output<typeof contract.listImportRows>> {
  const one = await loadImport(step, id);
  const rows = await readLedger(step, id, { after, limit: limit + 1, which: outcome ?? 'all' });
  const more = rows.length > limit;
  if (more) rows.length = limit;
  const nameColumn = nameColumnOf(one.object, one.plan.fields);
  return {
    items: rows.map(({ line, cells, outcome: kind, reasons, recordId, undo }) => ({
      line,
      name: (cells[nameColumn] ?? cells.find((cell) => cell !== '') ?? '').slice(0, 80),
      outcome: kind,
      reasons: reasons ?? [],
      recordId,
      undo,
    })),
    next: more ? (rows.at(-1)?.line ?? null) : null,
  };
}

function nameColumnOf(object: string, fields: readonly (string | null)[]): number {
  const definition = objectNamed(object);
  return definition ? fields.indexOf(definition.nameField) : -1;
}
