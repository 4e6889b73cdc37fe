import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { requireUsableView, saveFavourite } from '../store/views.ts';

/** Puts a view into one's own navigation, or takes it out. It concerns nobody else, so nothing is announced. */
export async function favourView(
  { id, favourite }: Input<typeof contract.favourView>,
  step: Step,
): Promise<Output<typeof contract.favourView>> {
  await requireUsableView(step, id);
  await saveFavourite(step, id, favourite);
  return { id, favourite };
}
