import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { saveDone } from '../store/notifications.ts';

/** The news about one record is done with; it leaves the inbox and the badge. */
export async function finishNews(
  record: Input<typeof contract.finishNews>,
  step: Step,
): Promise<Output<typeof contract.finishNews>> {
  const changed = await saveDone(step, record);
  if (changed === 0) throw notFound();
  return { changed };
}
