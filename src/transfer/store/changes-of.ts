import { definitionFor } from '#kernel/access.ts';
import { changesBetween, type Row } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { isEditable } from '#kernel/fields.ts';
import type { Changes } from '#kernel/outbox.ts';
import type { Course, JudgedRow } from './judge-batch.ts';

export interface PlannedChange {
  readonly before: Row;
  readonly values: Readonly<Record<string, unknown>>;
  readonly changes: Changes;
}

/**
 * What the update rows of a batch would change, by line; a line without an entry would change nothing. Owner and
 * time of capture belong to new records only: moving a record has its own rules.
 */
export async function changesOf(
  step: Step,
  { importable }: Course,
  judged: readonly JudgedRow[],
): Promise<Map<number, PlannedChange>> {
  const ids = new Map(
    judged.flatMap(({ line, verdict }) => (verdict.kind === 'update' ? [[line, verdict.id] as const] : [])),
  );
  const planned = new Map<number, PlannedChange>();
  if (ids.size === 0) return planned;
  const definition = definitionFor(step.actor, importable.definition);
  const fixed = new Set(definition.fields.filter((field) => !isEditable(field)).map((field) => field.key));
  const rows = await importable.lockRows(step, [...new Set(ids.values())]);
  for (const { line, values: all } of judged) {
    const before = rows.get(ids.get(line) ?? '');
    if (!before) continue;
    const values = Object.fromEntries(Object.entries(all).filter(([key]) => !fixed.has(key)));
    const changes = changesBetween(definition, before, values);
    if (Object.keys(changes).length > 0) planned.set(line, { before, values, changes });
  }
  return planned;
}
