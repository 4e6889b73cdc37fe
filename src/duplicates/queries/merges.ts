import { sql } from 'kysely';
import { definitionFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { isEditable, objectNamed } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { loadForMerge } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { planMerge } from '../rules/merging.ts';
import { mergeParts } from '../store/merge-parts.ts';

/** What a merge would make, by the same rule and over the same rows; nothing is changed. */
export async function previewMerge(
  { winnerId, loserIds, choices, placeOf }: Input<typeof contract.previewMerge>,
  step: Step,
): Promise<Output<typeof contract.previewMerge>> {
  const ids = [winnerId, ...loserIds];
  if (new Set(ids).size !== ids.length) throw new Refusal('rule', 'one_lead_twice');
  const rows = await loadForMerge(ids, step);
  if (rows.some((row) => row.status === 'converted')) throw new Refusal('rule', 'wrong_state');
  const base = objectNamed('leads');
  const keys = (base ? definitionFor(step.actor, base).fields : [])
    .filter(isEditable)
    .map((field) => (field.customKey ? `custom.${field.customKey}` : field.key));
  const [winner, ...losers] = rows;
  const place = rows.find((row) => row.id === (placeOf ?? winnerId));
  if (!winner || !place) throw new Refusal('rule', 'unknown_choice');
  const plan = planMerge([winner, ...losers], keys, choices);
  if ('no' in plan) throw new Refusal('rule', plan.no);
  const moves = [];
  for (const { key, label, count } of mergeParts()) {
    const many = await count(loserIds, step);
    if (many > 0) moves.push({ key, label, count: many });
  }
  return {
    values: { ...plan.yes.values },
    from: { ...plan.yes.from },
    moves,
    ownerId: (place.ownerId ?? null) as string | null,
    poolId: (place.poolId ?? null) as string | null,
  };
}

/** Merges of the last thirty days into leads the reader sees, newest first. */
export async function listMerges(
  { leadId }: Input<typeof contract.listMerges>,
  { actor, tx, now }: Step,
): Promise<Output<typeof contract.listMerges>> {
  const found = await sql<{
    id: string;
    title: string;
    winnerId: string;
    losers: number;
    byName: string | null;
    at: Date;
    undoUntil: Date;
    undoneAt: Date | null;
  }>`
    select m.id, m.title, m.winner_id as "winnerId", cardinality(m.loser_ids) as losers, u.name as "byName", m.created_at as at,
      m.undo_until as "undoUntil", m.undone_at as "undoneAt"
    from duplicate_merges m
    join leads t on t.org_id = m.org_id and t.id = m.winner_id and ${recordVisible(actor, 'leads')}
    left join users u on u.org_id = m.org_id and u.id = m.created_by
    where m.org_id = ${actor.orgId}::uuid and (${leadId ?? null}::uuid is null or m.winner_id = ${leadId ?? null}::uuid)
      and m.created_at > ${now}::timestamptz - interval '30 days'
    order by m.created_at desc, m.id desc limit 100`.execute(tx);
  return {
    items: found.rows.map(({ at, undoUntil, undoneAt, ...one }) => ({
      ...one,
      at: at.toISOString(),
      undoUntil: undoUntil.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
  };
}
