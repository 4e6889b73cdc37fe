import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { saveAllRead } from '../store/notifications.ts';

/** Everything that is waiting has been seen; what is put off stays unread for its hour. */
export async function readAllNews(_input: unknown, step: Step): Promise<Output<typeof contract.readAllNews>> {
  return { changed: await saveAllRead(step) };
}
