import type { Step } from '#kernel/command.ts';
import type { NewsSource, NoticeKind } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { askedSentence, decidedSentence } from '../rules/sentences.ts';
import { closeNotices, insertNotices } from '../store/notifications.ts';

interface Question {
  readonly approvalId: string;
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly requesterId: string;
  readonly approverId: string;
}

const asked: NoticeKind = 'approvalAsked';
const decided: NoticeKind = 'approvalDecided';
const object = 'approvals';

/** Whoever has to decide hears of it; whoever had to before need not any more. */
export async function tellApprover(question: Question, news: NewsSource, step: Step): Promise<void> {
  const { approvalId: recordId, approverId } = question;
  await closeNotices(step, { kind: asked, object, recordId, except: approverId });
  if (!isNews(news, step.now)) return;
  await insertNotices(step, {
    userIds: [approverId],
    kind: asked,
    object,
    recordId,
    title: askedSentence(question),
    factId: news.factId,
    at: news.at,
  });
}

/** Whoever asked hears the verdict, and the question leaves the inbox of the one who answered. */
export async function tellVerdict(
  question: Question & { verdict: 'approved' | 'rejected'; comment: string | null },
  news: NewsSource,
  step: Step,
): Promise<void> {
  const { approvalId: recordId, requesterId, verdict, comment } = question;
  await closeNotices(step, { kind: asked, object, recordId });
  if (!isNews(news, step.now)) return;
  await insertNotices(step, {
    userIds: hearersOf([requesterId], news.actorId),
    kind: decided,
    object,
    recordId,
    title: decidedSentence(question, verdict, comment),
    factId: news.factId,
    at: news.at,
  });
}

/** A question that was taken back waits for nobody. */
export function forgetQuestion(approvalId: string, step: Step): Promise<void> {
  return closeNotices(step, { kind: asked, object, recordId: approvalId });
}
