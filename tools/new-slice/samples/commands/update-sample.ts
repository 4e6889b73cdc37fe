import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { sampleUpdated } from '../events.ts';
import { sampleObject } from '../fields.ts';
import { decideChange } from '../rules/closing.ts';
import { lockSample } from '../store.ts';

/** Changes a sample under the version the caller read. */
export async function updateSample(
  { id, version, ...sent }: Input<typeof contract.updateSample>,
  step: Step,
): Promise<Output<typeof contract.updateSample>> {
  const sample = expectVersion(await lockSample(step, id), version);
  orRefuse(decideChange(sample.status));
  const values = acceptValues(step.actor, sampleObject, sent);

  const saved = await updateRow(step, sampleObject, sample, values);
  if (saved.version !== sample.version)
    await announce(step, sampleUpdated, { subject: id, changes: saved.changes, data: {} });
  return { id, version: saved.version };
}
