import { type Actor, definitionFor } from '#kernel/access.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { isEditable, objectNamed } from '#kernel/fields.ts';
import { newId } from '#kernel/values/id.ts';
import { DAY_LENGTH } from '#kernel/values/instant.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { lockLeadsToMerge, mergeLeads } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { planMerge } from '../rules/merging.ts';
import { settleGroups } from '../store/groups.ts';
import { type MovedRow, mergeParts } from '../store/merge-parts.ts';
import { insertMerge } from '../store/merges.ts';

const UNDO_DAYS = 30;

/** The fields that a merge decides on: all that people may write, the company's own included. */
export function mergedKeys(actor: Actor): string[] {
  const base = objectNamed('leads');
  const fields = base ? definitionFor(actor, base).fields : [];
  return fields
    .filter((field) => isEditable(field))
    .map((field) => (field.customKey ? `custom.${field.customKey}` : field.key));
}

/**
 * Makes one lead of two or more: chosen values stand, everything that hangs on the others goes along, they are gone with
 * a pointer. Whoever merges the same leads at the same moment waits and then finds them gone.
 */
export async function mergeDuplicates(
  { winnerId, loserIds, choices, placeOf }: Input<typeof contract.mergeDuplicates>,
  step: Step,
): Promise<Output<typeof contract.mergeDuplicates>> {
  const ids = [winnerId, ...loserIds];
  if (new Set(ids).size !== ids.length) throw new Refusal('rule', 'one_lead_twice');
  const [winner, ...losers] = await lockLeadsToMerge(ids, step);
  if (!winner) throw new Refusal('rule', 'unknown_choice');
  const plan = orRefuse(planMerge([winner, ...losers], mergedKeys(step.actor), choices));
  const place = [winner, ...losers].find((lead) => lead.id === (placeOf ?? winnerId));
  if (!place) throw new Refusal('rule', 'unknown_choice');

  const id = newId();
  const title = String(plan.values.company);
  const { version, changes } = await mergeLeads(
    { mergeId: id, winner, losers, values: plan.values, placeOf: place },
    step,
  );
  const moved: Record<string, readonly MovedRow[]> = {};
  for (const part of mergeParts()) {
    const rows = await part.move(loserIds, { id: winnerId, name: title }, step);
    if (rows.length > 0) moved[part.key] = rows;
  }
  const placeBefore = { ownerId: winner.ownerId, poolId: winner.poolId };
  const placeAfter = { ownerId: place.ownerId, poolId: place.poolId };
  const { ownerId: _owner, poolId: _pool, ...changed } = changes;
  const undoUntil = new Date(step.now.getTime() + UNDO_DAYS * DAY_LENGTH);
  const before = { changed, placeBefore, placeAfter };
  await insertMerge(step, { id, winnerId, loserIds, title, before, moved, undoUntil });
  await settleGroups(step, ids);
  return { id, winnerId, version, undoUntil: undoUntil.toISOString() };
}
