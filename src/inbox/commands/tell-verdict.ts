import type { Step } from '#kernel/command.ts';
import type { NewsSource, Question } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { decidedSentence } from '../rules/sentences.ts';
import { closeNotices, insertNotices } from '../store/notifications.ts';

const object = 'approvals';

/** Whoever asked hears the verdict, and the question leaves the inbox of the one who answered. */
export async function tellVerdict(
  question: Question & { verdict: 'approved' | 'rejected'; comment: string | null },
  news: NewsSource,
  step: Step,
): Promise<void> {
  const { approvalId: recordId, requesterId, verdict, comment } = question;
  await closeNotices(step, { kind: 'approvalAsked', object, recordId });
  if (!isNews(news, step.now)) return;
  await insertNotices(step, {
    userIds: hearersOf([requesterId], news.actorId),
    kind: 'approvalDecided',
    object,
    recordId,
    title: decidedSentence(question, verdict, comment),
    factId: news.factId,
    at: news.at,
  });
}
