import type { Step } from '#kernel/command.ts';
import type { NewsSource, Question } from '../model.ts';
import { isNews } from '../rules/news.ts';
import { askedSentence } from '../rules/sentences.ts';
import { closeNotices, insertNotices } from '../store/notifications.ts';

const kind = 'approvalAsked';
const object = 'approvals';

/** Whoever has to decide hears of it; whoever had to before need not any more. */
export async function tellApprover(question: Question, news: NewsSource, step: Step): Promise<void> {
  const { approvalId: recordId, approverId } = question;
  await closeNotices(step, { kind, object, recordId, except: approverId });
  if (!isNews(news, step.now)) return;
  await insertNotices(step, {
    userIds: [approverId],
    kind,
    object,
    recordId,
    title: askedSentence(question),
    factId: news.factId,
    at: news.at,
  });
}
