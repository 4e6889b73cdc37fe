import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { type Lead, type PlaceCause, returnWords } from '../model.ts';
import { isOpen } from '../rules/lead-states.ts';

export interface NewPlace {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly cause: PlaceCause;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly ruleId?: string | null;
  /** The limits at that moment, by which every later check can tell whether the move was right. */
  readonly terms?: Readonly<Record<string, unknown>>;
}

/** Starts the chain of places of a new lead, and counts it with its holder. */
export async function saveFirstPlace(step: Step, leadId: string, place: NewPlace): Promise<void> {
  await insertPlace(step, leadId, 1, place, null);
  if (place.ownerId) await addHeld(step, place.ownerId, 1);
}

/**
 * Moves a lead: the one door for every path. Closes the open place, opens the next, sets owner or pool, notes who
 * returned it and why, and keeps both holders' counts. The caller holds the locks; the version guard is here, in the
 * lowest write.
 */
export async function savePlace(
  step: Step,
  lead: Lead,
  place: NewPlace,
  status: Lead['status'],
): Promise<number> {
  const { tx, actor, now } = step;
  const closed = await sql<{ seq: number }>`
    update lead_places set until = ${now}
    where org_id = ${actor.orgId}::uuid and lead_id = ${lead.id}::uuid and until is null returning seq`.execute(
    tx,
  );
  await insertPlace(step, lead.id, (closed.rows[0]?.seq ?? 0) + 1, place, lead);
  const returned = lead.ownerId !== null && place.poolId !== null;
  const said = whyReturned(place);
  const saved = await sql<{ version: number }>`
    update leads set owner_id = ${place.ownerId}::uuid, owner_since = ${place.ownerId ? now : null}::timestamptz,
      pool_id = ${place.poolId}::uuid, pool_since = ${place.poolId ? now : null}::timestamptz,
      from_pool_id = coalesce(pool_id, from_pool_id),
      previous_owner_id = coalesce(owner_id, previous_owner_id)
      ${
        returned
          ? sql`, return_reason = ${said.reason}, return_note = ${said.note},
        returned_by = ${actor.id}::uuid, returned_at = ${now}, times_returned = times_returned + 1,
        nurture_days = null, nurture_since = null, nurture_note = null`
          : sql``
      },
      status = ${status}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${lead.id}::uuid and version = ${lead.version}
      and owner_id is not distinct from ${lead.ownerId}::uuid
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  if (lead.ownerId && isOpen(lead.status)) await addHeld(step, lead.ownerId, -1);
  if (place.ownerId && isOpen(status)) await addHeld(step, place.ownerId, 1);
  return version;
}

/** The reason by its word, and what was written beside it; a sentence instead of a word is a note. */
function whyReturned({ cause, reason, note }: NewPlace): { reason: string; note: string | null } {
  const word =
    returnWords.find((one) => one === reason) ?? returnWords.find((one) => one === cause) ?? 'other';
  const sentence = reason && word !== reason ? reason : null;
  return { reason: word, note: [sentence, note].filter(Boolean).join(' · ') || null };
}

/** Keeps the number of open leads that somebody holds. */
export async function addHeld({ tx, actor }: Step, userId: string, difference: number): Promise<void> {
  await sql`
    insert into lead_holders (org_id, user_id, held) values (${actor.orgId}::uuid, ${userId}::uuid, greatest(${difference}::integer, 0))
    on conflict (org_id, user_id) do update set held = lead_holders.held + ${difference}::integer`.execute(
    tx,
  );
}

async function insertPlace(
  { tx, actor, now }: Step,
  leadId: string,
  seq: number,
  place: NewPlace,
  before: Lead | null,
): Promise<void> {
  const terms = place.terms ? JSON.stringify(place.terms) : null;
  await sql`
    insert into lead_places (org_id, lead_id, seq, owner_id, pool_id, since, cause, reason, note, rule_id, actor_id,
      previous_owner_id, from_pool_id, terms)
    values (${actor.orgId}::uuid, ${leadId}::uuid, ${seq}, ${place.ownerId}::uuid, ${place.poolId}::uuid, ${now},
      ${place.cause}, ${place.reason ?? null}, ${place.note ?? null}, ${place.ruleId ?? null}::uuid, ${actor.id}::uuid,
      ${before?.ownerId ?? null}::uuid, ${before?.poolId ?? null}::uuid, ${terms}::jsonb)`.execute(tx);
}
