import type { Step } from '#kernel/command.ts';
import type { Notice } from '../model.ts';
import { insertNotices } from '../store/notifications.ts';

/** Puts a piece of news about one record into the inbox of some people; people who have left hear nothing. */
export async function notifyPeople(notice: Notice, step: Step): Promise<void> {
  await insertNotices(step, { ...notice, userIds: [...new Set(notice.userIds)] });
}
