import type { Step } from '#kernel/command.ts';
import { objectNamed } from '#kernel/fields.ts';
import type { EndedImport, NewsSource } from '../model.ts';
import { importedSentence } from '../rules/sentences.ts';
import { loadNamed } from '../store/hearers.ts';
import { insertNotices } from '../store/notifications.ts';

const object = 'imports';

/**
 * A file has gone through, or broke off: whoever brought it hears of it, because he is long somewhere else by then.
 * One that he stopped himself is no news to him.
 */
export async function tellImporter(ended: EndedImport, news: NewsSource, step: Step): Promise<void> {
  if (ended.status !== 'done' && ended.status !== 'failed') return;
  const one = await loadNamed(step, object, ended.importId);
  if (!one?.ownerId) return;
  await insertNotices(step, {
    userIds: [one.ownerId],
    kind: ended.status === 'done' ? 'importDone' : 'importFailed',
    object,
    recordId: ended.importId,
    title: importedSentence(one.name, objectNamed(ended.object)?.label, ended),
    factId: news.factId,
    at: news.at,
  });
}
