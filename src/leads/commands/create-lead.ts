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
import { decideHold } from '../rules/holding.ts';
import { loadPolicy, loadTargetPool, lockHolder, saveFirstPlace } from '../store/leads.ts';

/** Creates a lead: into a pool when one is named, else into the creator's private pool if his cap allows. */
export async function createLead(
  { poolId, ...sent }: Input<typeof contract.createLead>,
  step: Step,
): Promise<Output<typeof contract.createLead>> {
  const { actor, now } = step;
  const values = acceptValues(actor, leadObject, sent);
  requireCustom(actor, leadObject, values);
  const ownerId = poolId ? null : actor.id;
  if (ownerId) {
    const held = await lockHolder(step, ownerId);
    const policy = await loadPolicy(step, null);
    orRefuse(decideHold(held, policy.privateCap));
  }
  const target = poolId ? await loadTargetPool(step, poolId) : null;

  const id = newId();
  await insertRow(step, leadObject, id, values, {
    company_key: companyKeys(String(values.company)).key,
    mobile_key: mobileKey(values.phone as string | null | undefined),
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
  });
  await saveFirstPlace(step, id, { ownerId, poolId: target, cause: 'created' });
  await announce(step, leadCreated, {
    subject: id,
    data: { company: String(values.company), ownerId, poolId: target, channel: String(values.channel) },
  });
  return { id, version: 1 };
}
