import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { saveRead } from '../store/notifications.ts';

/** Everything about one record is read. */
export async function readNews(
  record: Input<typeof contract.readNews>,
  step: Step,
): Promise<Output<typeof contract.readNews>> {
  const changed = await saveRead(step, record);
  if (changed === 0) throw notFound();
  return { changed };
}
