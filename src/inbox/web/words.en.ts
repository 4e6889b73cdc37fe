import type { Translation } from '#kernel/web/words.tsx';
import type { zh } from './words.zh.ts';

export const en: Translation<typeof zh> = {
  title: 'Inbox',
  open: 'Waiting',
  snoozed: 'Snoozed',
  done: 'Done',
  unreadCount: '{{n}} unread',
  noneUnread: 'Nothing unread',
  more: '{{n}} messages',
  emptyTitle: 'All done',
  emptyHint: 'Approvals, leads assigned to you and money received appear here.',
  emptySnoozed: 'Nothing is snoozed',
  emptyDone: 'Nothing is done yet',
  finish: 'Done',
  finished: 'Done',
  reopen: 'Back to inbox',
  snooze: 'Snooze',
  snoozeHour: 'In an hour',
  snoozeTomorrow: 'Tomorrow 9:00',
  snoozeMonday: 'Monday 9:00',
  snoozedUntil: 'Back {{time}}',
  markUnread: 'Mark unread',
  readAll: 'Mark all read',
  showMore: 'Show more',
  gone: 'There is no page for this record',
};
