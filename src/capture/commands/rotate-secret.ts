import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { seal } from '#kernel/sealing.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { newHookSecret } from '#kernel/web-hooks.ts';
import type * as contract from '../contract/sources.ts';
import { secretRotated } from '../events.ts';
import { lockSource, saveSource, sealedFor } from '../store/sources.ts';

/** A new key for a web hook; the old one is worth nothing from now on. */
export async function rotateSecret(
  { id }: Input<typeof contract.rotateSecret>,
  step: Step,
): Promise<Output<typeof contract.rotateSecret>> {
  const source = await lockSource(step, id);
  if (source.kind !== 'webhook') throw new Refusal('rule', 'no_web_hook');
  const secret = newHookSecret();
  const version = await saveSource(step, { ...source, secret: seal(secret, sealedFor) });
  await announce(step, secretRotated, { subject: id, data: {} });
  return { id, version, secret };
}
