import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { saveUnread } from '../store/notifications.ts';

/** Puts the news about one record back as unread. */
export async function unreadNews(
  record: Input<typeof contract.unreadNews>,
  step: Step,
): Promise<Output<typeof contract.unreadNews>> {
  const changed = await saveUnread(step, record);
  if (changed === 0) throw notFound();
  return { changed };
}
