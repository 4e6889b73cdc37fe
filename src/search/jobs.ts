import { type Job, job } from '#kernel/jobs.ts';
import { rebuildIndex } from './commands/rebuild-index.ts';

/** Every night the whole index is held against the records: what reactions missed or came before them is mended. */
const rebuild = job({
  name: 'search.rebuild',
  schedule: '10 4 * * *',
  seconds: 3_600,
  retries: 1,
  async run(_data, { transaction, log, orgId }) {
    const documents = await rebuildIndex(transaction);
    log.info({ orgId, documents }, 'search index rebuilt');
  },
});

export const jobs: readonly Job[] = [rebuild as Job];
