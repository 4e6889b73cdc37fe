import { sql } from 'kysely';
import { scopeOf } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { objectNamed } from '#kernel/fields.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import { visibleRecords } from '#kernel/records.ts';
import type * as contract from '../contract.ts';
import { duplicateGroupObject, lookUpObject } from '../fields.ts';
import type { DuplicateObject } from '../model.ts';
import { presentHits } from '../store/finding.ts';
import { loadGroup, loadMembers } from '../store/groups.ts';

/** Groups name companies of everybody: they are listed for who sees everybody's leads. */
export const groupSource: ListSource = {
  definition: duplicateGroupObject,
  where: (actor) => sql`${scopeOf(actor, 'leads') === 'all'}`,
};

export const lookUpSource: ListSource = { definition: lookUpObject };

type Compared = Output<typeof contract.getGroup>['members'][number];

/** A group with its records side by side; what the reader may not see is masked and has no values. */
export async function getGroup(
  { id }: Input<typeof contract.getGroup>,
  step: Step,
): Promise<Output<typeof contract.getGroup>> {
  const group = await loadGroup(step, id);
  const { members, names } = await sideBySide(await loadMembers(step, id), step);
  const seesAll = members.every((one) => one.visible);
  return {
    ...{ id, status: group.status, version: group.version, members, names },
    title: seesAll ? group.title : `${[...group.title][0] ?? ''}**`,
    reasons: [...group.reasons],
  };
}

/** Leads that somebody chose himself, side by side: 404 for what is not his to see. */
export async function compareLeads(
  { ids }: Input<typeof contract.compareLeads>,
  step: Step,
): Promise<Output<typeof contract.compareLeads>> {
  const visible = await visibleRecords(step, 'leads', ids);
  return sideBySide(
    ids.filter((id) => visible.has(id)).map((id) => ({ object: 'leads' as const, id })),
    step,
  );
}

async function sideBySide(
  records: readonly { readonly object: DuplicateObject; readonly id: string }[],
  step: Step,
): Promise<{ members: Compared[]; names: Record<string, string> }> {
  const members: Compared[] = [];
  let names: Record<string, string> = {};
  const match = { reasons: [], sureness: 0 };
  const hits = await presentHits(
    step,
    records.map((record) => ({ ...record, traits: noTraits, match })),
    [],
  );
  for (const { object, id, name, visible, state } of hits) {
    if (state === 'merged' || state === 'deleted') continue;
    const definition = visible ? objectNamed(object) : undefined;
    const read = definition ? await readRow(definition, id, step) : null;
    if (read) names = { ...names, ...read.names };
    members.push({ object, id, name, visible, values: read?.row ?? null });
  }
  return { members, names };
}

const noTraits = {
  ...{ nameKey: '', readings: [], place: null, branch: false, whole: false, contact: null },
  ...{ phones: [], emails: [], domains: [], uscc: null },
};
