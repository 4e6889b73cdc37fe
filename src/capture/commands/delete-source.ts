import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/sources.ts';
import { sourceDeleted } from '../events.ts';
import { removeAddress } from '../store/addresses.ts';
import { lockSource, removeSource } from '../store/sources.ts';

/** Takes a source away; its address is worth nothing at once, and what came through it stays. */
export async function deleteSource(
  { id }: Input<typeof contract.deleteSource>,
  step: Step,
): Promise<Output<typeof contract.deleteSource>> {
  const source = await lockSource(step, id);
  await removeSource(step, id);
  await removeAddress(step, id);
  await announce(step, sourceDeleted, { subject: id, data: {} });
  return { id, version: source.version + 1 };
}
