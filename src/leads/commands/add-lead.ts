import { insertRow } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { newId } from '#kernel/values/id.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { leadCreated } from '../events.ts';
import { leadObject } from '../fields.ts';
import type { CaptureMethod, Placement } from '../model.ts';
import { decideRoom } from '../rules/holding.ts';
import { lockRoom } from '../store/caps.ts';
import { underHardKeys } from '../store/hard-keys.ts';
import { saveFirstPlace } from '../store/places.ts';
import { askPlacer } from '../store/placing.ts';
import { loadTargetPool } from '../store/pools.ts';

export interface AddedLead {
  /** By catalogue key, as `acceptValues` or `cleanValue` gave them; `custom` included. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly method: CaptureMethod;
  readonly raw?: unknown;
  readonly poolId?: string | null;
  readonly ownerId?: string | null;
  readonly capturedAt?: Date;
}

export interface AddedTo {
  readonly id: string;
  readonly placed: 'owner' | 'pool';
  readonly ownerId: string | null;
  readonly poolId: string | null;
}

/**
 * Adds a lead on behalf of another slice, whose own rules and rights have been checked: a form, a hook, a mail. An
 * owner named must have room (`pool_full`); with neither owner nor pool the assignment rules decide, else it waits in
 * the default pool. A mobile or credit code that a live lead has is refused: `already_exists`.
 */
export async function addLead(added: AddedLead, step: Step): Promise<AddedTo> {
  const { values, method, raw = null, capturedAt = step.now } = added;
  const { ownerId, poolId, ruleId, why } = await placeOf(added, step);
  const terms = ownerId ? orRefuse(decideRoom(await lockRoom(step, ownerId, null))) : undefined;
  const target = ownerId ? null : await loadTargetPool(step, poolId);

  const id = newId();
  const mobile = mobileKey(values.phone as string | null | undefined);
  const row = {
    company_key: companyKeys(String(values.company)).key,
    mobile_key: mobile,
    currency: step.actor.org.currency,
    status: ownerId ? 'pending' : 'unassigned',
    owner_id: ownerId,
    owner_since: ownerId ? step.now : null,
    pool_id: target,
    pool_since: target ? step.now : null,
    captured_at: capturedAt,
    capture_method: method,
    raw: raw === null ? null : JSON.stringify(raw),
    created_at: step.now,
    created_by: step.actor.id,
  };
  const keys = { mobileKey: mobile, uscc: (values.uscc ?? null) as string | null };
  await underHardKeys(step, keys, () => insertRow(step, leadObject, id, values, row));
  await saveFirstPlace(step, id, {
    ownerId,
    poolId: target,
    cause: 'created',
    ruleId,
    ...(terms ? { terms } : {}),
  });
  await announce(step, leadCreated, {
    subject: id,
    data: {
      company: String(values.company),
      ownerId,
      poolId: target,
      channel: String(values.channel),
      ruleId,
      why,
    },
  });
  return { id, placed: ownerId ? 'owner' : 'pool', ownerId, poolId: target };
}

async function placeOf({ values, method, ownerId, poolId }: AddedLead, step: Step): Promise<Placement> {
  if (ownerId || poolId) return { ownerId: ownerId ?? null, poolId: poolId ?? null, ruleId: null, why: null };
  const arrival = { leadId: null, values, method, channel: String(values.channel) };
  const [place] = await askPlacer([arrival], step);
  return place ?? { ownerId: null, poolId: null, ruleId: null, why: null };
}
