import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract.ts';
import { sampleCreated } from '../events.ts';
import { sampleObject } from '../fields.ts';

/** Creates a sample; it belongs to whoever creates it. */
export async function createSample(
  sent: Input<typeof contract.createSample>,
  step: Step,
): Promise<Output<typeof contract.createSample>> {
  const { actor, now } = step;
  const values = acceptValues(actor, sampleObject, sent);
  requireCustom(actor, sampleObject, values);

  const id = newId();
  await insertRow(step, sampleObject, id, values, { status: 'open', owner_id: actor.id, created_at: now });
  await announce(step, sampleCreated, {
    subject: id,
    data: { name: String(values.name), ownerId: actor.id },
  });
  return { id, version: 1 };
}
