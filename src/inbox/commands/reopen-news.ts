import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { saveReopened } from '../store/notifications.ts';

/** Puts what was done with, or put off, back into the inbox. */
export async function reopenNews(
  record: Input<typeof contract.reopenNews>,
  step: Step,
): Promise<Output<typeof contract.reopenNews>> {
  const changed = await saveReopened(step, record);
  if (changed === 0) throw notFound();
  return { changed };
}
