import { type Job, job } from '#kernel/jobs.ts';
import { watchChain } from './commands/watch-chain.ts';

const watch = job({
  name: 'audit.watch_chain',
  schedule: '41 3 * * *',
  run: async (_data, { transaction, log, orgId }) => {
    const { intact } = await transaction(watchChain);
    if (!intact) log.error({ orgId }, 'the chain of facts does not hold');
  },
});

export const jobs: readonly Job[] = [watch as Job];
