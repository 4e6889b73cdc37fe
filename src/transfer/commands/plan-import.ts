import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { Field } from '#kernel/fields.ts';
import type { Importable } from '#kernel/importing.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type { planImport as operation } from '../contract/imports.ts';
import type { ImportPlan } from '../model.ts';
import { foldHeader } from '../rules/fold-header.ts';
import { decideMove } from '../rules/import-states.ts';
import { requiredFields } from '../rules/importable-fields.ts';
import { fieldsToImport, requireImportable } from '../store/course.ts';
import { lockImport, type StoredImport, saveImport, saveMappings } from '../store/imports.ts';

export interface CheckData {
  readonly importId: string;
  readonly planVersion: number;
}

/**
 * Fixes how the file is to be read and has its rows checked in the background; nothing is imported yet. May be called
 * again at any time before the run: a check of the older plan stops by itself.
 */
export function planImport(check: Job<CheckData>) {
  return async ({ id, ...plan }: Input<typeof operation>, step: Step): Promise<Output<typeof operation>> => {
    const one = await lockImport(step, id);
    // Rows are judged by the rights of who brought the file.
    if (one.createdBy !== step.actor.id) throw notFound();
    const next = orRefuse(decideMove(one.status, 'plan'));
    const importable = requireImportable(step, one.object);
    await refuseBadPlan(step, one, plan, importable);
    await saveMappings(step, one.object, rememberedFrom(one, plan));

    const planVersion = one.planVersion + 1;
    const version = await saveImport(step, id, {
      status: next,
      plan: JSON.stringify(plan),
      plan_version: planVersion,
      preview: null,
      checked: 0,
      failure: null,
    });
    await enqueue(step, check, { importId: id, planVersion });
    return { id, version };
  };
}

async function refuseBadPlan(
  step: Step,
  one: StoredImport,
  plan: ImportPlan,
  importable: Importable,
): Promise<void> {
  const fields = new Map(fieldsToImport(step, importable).map((field) => [field.key, field]));
  const chosen = plan.fields.filter((key) => key !== null);
  if (plan.fields.length !== one.columns.length) throw badInput([{ field: 'fields', code: 'wrong_width' }]);
  const unknown = chosen.filter((key) => !fields.has(key));
  if (unknown.length > 0) throw badInput(unknown.map((key) => ({ field: key, code: 'unknown_field' })));
  const twice = chosen.filter((key, index) => chosen.indexOf(key) !== index);
  if (twice.length > 0) throw badInput(twice.map((key) => ({ field: key, code: 'field_twice' })));
  if (plan.mode !== 'update') {
    const missing = unmapped(importable, new Set(chosen), [...fields.values()]);
    if (missing.length > 0)
      throw badInput(missing.map((field) => ({ field: field.key, code: 'required_unmapped' })));
  }
  const known = new Set(importable.matchKeys.map((key) => key.key));
  if (plan.keys.some((key) => !known.has(key)) || (plan.mode !== 'add' && plan.keys.length === 0))
    throw badInput([{ field: 'keys', code: 'unknown_choice' }]);
  const options = await importable.options(step);
  for (const [key, value] of Object.entries(plan.options))
    if (!options.find((option) => option.key === key)?.choices.some((choice) => choice.key === value))
      throw badInput([{ field: `options.${key}`, code: 'unknown_option' }]);
}

/** Required fields no column brings and the owner of the object does not fill by itself. */
function unmapped(
  importable: Importable,
  mapped: ReadonlySet<string>,
  fields: readonly Field[],
): readonly Field[] {
  // Whether something can stand in is asked with every mapped field filled.
  const filled = importable.fill(Object.fromEntries([...mapped].map((key) => [key, '?']))).values;
  return requiredFields({ ...importable.definition, fields }).filter(
    (field) => !mapped.has(field.key) && filled[field.key] == null,
  );
}

function rememberedFrom(one: StoredImport, plan: ImportPlan): Map<string, string | null> {
  const remembered = new Map<string, string | null>();
  one.columns.forEach(({ header }, index) => {
    const folded = foldHeader(header);
    if (folded !== '') remembered.set(folded, plan.fields[index] ?? null);
  });
  return remembered;
}
