import type { Words } from '#kernel/fields.ts';

/** What the inbox tells of by itself; other slices bring kinds of their own. */
export const noticeKinds = [
  'approvalAsked',
  'approvalDecided',
  'recordAssigned',
  'moneyReceived',
  'contractActivated',
  'importDone',
  'importFailed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What is waiting, what was put off, what is done with. */
export const inboxTabs = ['open', 'snoozed', 'done'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** A piece of news for some people about one record. */
export interface Notice {
  readonly userIds: readonly string[];
  readonly kind: string;
  readonly object: string;
  readonly recordId: string;
  readonly title: Words;
  /** The fact it tells of: the same fact is told to a person once. */
  readonly factId?: string;
  /** When it happened, if not now. */
  readonly at?: Date;
}

/** Where a piece of news comes from, as far as that decides who hears of it. */
export interface NewsSource {
  readonly factId: string;
  readonly at: Date;
  readonly source: string;
  /** Who did it: nobody is told what he did himself. */
  readonly actorId: string | null;
}

/** What an approver is asked, as the facts about approvals tell it. */
export interface Question {
  readonly approvalId: string;
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly requesterId: string;
  readonly approverId: string;
}

/** How a file fared, as the fact about its end tells it. */
export interface EndedImport {
  readonly importId: string;
  readonly object: string;
  readonly status: string;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
}
