import { may } from '#kernel/access.ts';
import { admitArrival } from '#kernel/arrivals.ts';
import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { newId } from '#kernel/values/id.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import type * as contract from '../contract.ts';
import { leadCreated } from '../events.ts';
import { leadObject } from '../fields.ts';
import type { Placement } from '../model.ts';
import { decideRoom } from '../rules/holding.ts';
import { lockRoom } from '../store/caps.ts';
import { underHardKeys } from '../store/hard-keys.ts';
import { saveFirstPlace } from '../store/places.ts';
import { askPlacer } from '../store/placing.ts';
import { loadTargetPool } from '../store/pools.ts';

/**
 * Creates a lead: into a pool when one is named, else into the creator's private pool if his cap allows. What somebody
 * enters who sells nothing himself, or leaves to the rules, goes where the assignment rules say.
 */
export async function createLead(
  { poolId, byRules, duplicateReason, ...sent }: Input<typeof contract.createLead>,
  step: Step,
): Promise<Output<typeof contract.createLead>> {
  const { actor, now } = step;
  const values = acceptValues(actor, leadObject, sent);
  requireCustom(actor, leadObject, values);
  await admitArrival({ object: 'leads', values, reason: duplicateReason ?? null }, step);
  const { ruleId, why, ...place } = await placeOf(values, { poolId, byRules }, step);
  const { ownerId } = place;
  const terms = ownerId ? orRefuse(decideRoom(await lockRoom(step, ownerId, null))) : undefined;
  const target = ownerId ? null : await loadTargetPool(step, place.poolId);

  const id = newId();
  const mobile = mobileKey(values.phone as string | null | undefined);
  const row = {
    company_key: companyKeys(String(values.company)).key,
    mobile_key: mobile,
    currency: actor.org.currency,
    status: ownerId ? 'pending' : 'unassigned',
    owner_id: ownerId,
    owner_since: ownerId ? now : null,
    pool_id: target,
    pool_since: target ? now : null,
    captured_at: now,
    capture_method: step.source === 'api' ? 'api' : 'manual',
    created_at: now,
    created_by: actor.id,
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
  return { id, version: 1 };
}

async function placeOf(
  values: Readonly<Record<string, unknown>>,
  { poolId, byRules }: { poolId?: string | null | undefined; byRules?: boolean | undefined },
  step: Step,
): Promise<Placement> {
  const nobody = { ownerId: null, poolId: null, ruleId: null, why: null };
  if (poolId) return { ...nobody, poolId };
  const own = { ...nobody, ownerId: step.actor.id };
  if (!byRules && may(step.actor, 'leads.claim')) return own;
  const method = step.source === 'api' ? 'api' : 'manual';
  const [place] = await askPlacer([{ leadId: null, values, method, channel: String(values.channel) }], step);
  if (place && (place.ownerId ?? place.poolId)) return place;
  return byRules ? nobody : own;
}
