import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { cancelImport as operation } from '../contract/imports.ts';
import { decideMove } from '../rules/import-states.ts';
import { lockImport, saveImport } from '../store/imports.ts';

/** Asks a run to stop: the batch at work is finished, what is in stays in and can be undone. */
export async function cancelImport(
  { id }: Input<typeof operation>,
  step: Step,
): Promise<Output<typeof operation>> {
  const one = await lockImport(step, id);
  orRefuse(decideMove(one.status, 'cancel'));
  const version = await saveImport(step, id, { stop_asked: true });
  return { id, version };
}
