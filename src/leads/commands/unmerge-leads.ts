import { updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce, announceMany } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { leadMergeUndone, leadRestored } from '../events.ts';
import { leadObject } from '../fields.ts';
import { decideReturn } from '../rules/undoing-merges.ts';
import { loadHoldings } from '../store/caps.ts';
import { underHardKeys } from '../store/hard-keys.ts';
import { lockLead } from '../store/leads.ts';
import { lockRetired, reviveMerged } from '../store/merging.ts';
import { savePlace } from '../store/places.ts';

interface Undoing {
  readonly mergeId: string;
  readonly winnerId: string;
  readonly loserIds: readonly string[];
  /** The winner's values that the merge changed, as they were and as they became. */
  readonly changed: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly placeBefore: { readonly ownerId: string | null; readonly poolId: string | null };
  readonly placeAfter: { readonly ownerId: string | null; readonly poolId: string | null };
}

/**
 * Takes a merge back: the losers are where they were, the winner has what the merge took from him, except what somebody
 * changed since. Nobody gets more leads than he may hold by that.
 */
export async function unmergeLeads(undo: Undoing, step: Step): Promise<{ version: number }> {
  const { losers } = await lockRetired(step, undo.loserIds, undo.winnerId);
  if (losers.length !== undo.loserIds.length) throw new Refusal('rule', 'wrong_state');
  const winner = await lockLead(step, undo.winnerId);
  const goesBack =
    winner.ownerId === undo.placeAfter.ownerId &&
    winner.poolId === undo.placeAfter.poolId &&
    (undo.placeBefore.ownerId !== winner.ownerId || undo.placeBefore.poolId !== winner.poolId);
  const back = decideReturn({
    winner,
    losers,
    placeBefore: goesBack ? undo.placeBefore : winner,
    changed: undo.changed,
  });
  const rooms = await loadHoldings(step, [...back.more.keys()]);
  for (const [userId, more] of back.more) {
    const room = rooms.get(userId);
    if (room && more > 0 && room.held + more > room.cap)
      throw new Refusal('rule', 'pool_full', { detail: { held: room.held, cap: room.cap } });
  }
  const keys = {
    mobileKey: mobileKey((back.values.phone ?? null) as string | null),
    uscc: (back.values.uscc ?? null) as string | null,
  };
  const saved = await underHardKeys(step, keys, () =>
    updateRow(step, leadObject, winner, back.values, {
      ...('company' in back.values ? { company_key: companyKeys(String(back.values.company)).key } : {}),
      ...('phone' in back.values ? { mobile_key: keys.mobileKey } : {}),
    }),
  );
  const place = { ...undo.placeBefore, cause: 'merged', reason: 'undone' } as const;
  const version = goesBack
    ? await savePlace(step, { ...winner, version: saved.version }, place, back.status)
    : saved.version;
  for (const loser of losers)
    await underHardKeys(step, { mobileKey: mobileKey(loser.phone), uscc: loser.uscc as string | null }, () =>
      reviveMerged(step, [loser]),
    );
  await announce(step, leadMergeUndone, {
    subject: winner.id,
    about: undo.loserIds,
    changes: saved.changes,
    data: { mergeId: undo.mergeId },
  });
  await announceMany(
    step,
    leadRestored,
    losers.map((lead) => ({ subject: lead.id, data: {} })),
  );
  return { version };
}
