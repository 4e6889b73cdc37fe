import { z } from 'zod';
import { idSchema, instantSchema, operation, signedIn } from '#kernel/contract.ts';
import { inboxTabs } from './model.ts';

/** News is grouped by the record it is about; whoever acts, acts on all of a record's news at once. */
const ofRecord = z.strictObject({ object: z.string().min(1).max(60), recordId: idSchema });
const changed = z.object({ changed: z.int() });

export const listInbox = operation({
  id: 'inbox.list',
  method: 'GET',
  path: '/inbox',
  summary: { zh: '收件箱：按记录归组', en: 'Inbox, grouped by record' },
  permission: signedIn,
  input: z.strictObject({
    tab: z.enum(inboxTabs).default('open'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        object: z.string(),
        recordId: idSchema,
        kind: z.string(),
        title: z.object({ zh: z.string(), en: z.string() }),
        at: instantSchema,
        count: z.int().describe('pieces of news about this record'),
        unread: z.int(),
        snoozedUntil: instantSchema.nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    unread: z.int().describe('the number on the badge: the sum of `unread` over all open items'),
  }),
});

export const countUnread = operation({
  id: 'inbox.unread',
  method: 'GET',
  path: '/inbox/unread',
  summary: { zh: '未读数', en: 'Number of unread' },
  permission: signedIn,
  output: z.object({ unread: z.int() }),
});

export const readNews = operation({
  id: 'inbox.read',
  method: 'POST',
  path: '/inbox/read',
  summary: { zh: '标为已读', en: 'Mark read' },
  permission: signedIn,
  input: ofRecord,
  output: changed,
});

export const unreadNews = operation({
  id: 'inbox.mark_unread',
  method: 'POST',
  path: '/inbox/mark-unread',
  summary: { zh: '标为未读', en: 'Mark unread' },
  permission: signedIn,
  input: ofRecord,
  output: changed,
});

export const readAllNews = operation({
  id: 'inbox.read_all',
  method: 'POST',
  path: '/inbox/read-all',
  summary: { zh: '全部标为已读', en: 'Mark all read' },
  permission: signedIn,
  output: changed,
});

export const finishNews = operation({
  id: 'inbox.done',
  method: 'POST',
  path: '/inbox/done',
  summary: { zh: '标为已完成', en: 'Mark done' },
  permission: signedIn,
  input: ofRecord,
  output: changed,
});

export const reopenNews = operation({
  id: 'inbox.reopen',
  method: 'POST',
  path: '/inbox/reopen',
  summary: { zh: '放回收件箱', en: 'Put back into the inbox' },
  permission: signedIn,
  input: ofRecord,
  output: changed,
});

export const snoozeNews = operation({
  id: 'inbox.snooze',
  method: 'POST',
  path: '/inbox/snooze',
  summary: { zh: '稍后提醒', en: 'Snooze' },
  permission: signedIn,
  input: ofRecord.extend({ until: instantSchema }),
  output: changed,
  refusals: {
    snooze_in_past: { zh: '稍后的时间要在现在之后', en: 'Choose a time to come' },
    snooze_too_far: { zh: '最多推迟 {days} 天', en: 'At most {days} days' },
  },
});
