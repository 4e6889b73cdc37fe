import type { Step } from '#kernel/command.ts';
import { objectNamed } from '#kernel/fields.ts';
import type { NewsSource } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { assignedSentence } from '../rules/sentences.ts';
import { loadNamed } from '../store/hearers.ts';
import { insertNotices } from '../store/notifications.ts';

/** Whoever got a record from somebody else hears of it. */
export async function tellNewOwner(
  { object, recordId, ownerId }: { object: string; recordId: string; ownerId: string | null },
  news: NewsSource,
  step: Step,
): Promise<void> {
  const userIds = hearersOf([ownerId], news.actorId);
  const definition = objectNamed(object);
  if (userIds.length === 0 || !definition || !isNews(news, step.now)) return;
  const record = await loadNamed(step, object, recordId);
  if (!record) return;
  await insertNotices(step, {
    userIds,
    kind: 'recordAssigned',
    object,
    recordId,
    title: assignedSentence(definition.label, record.name),
    factId: news.factId,
    at: news.at,
  });
}
