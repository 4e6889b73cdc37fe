import { type Job, job } from '#kernel/jobs.ts';
import { catchUpTraits } from './commands/catch-up-traits.ts';
import { escalateTakeovers } from './commands/escalate-takeovers.ts';
import { scanJob } from './commands/scan-base.ts';
import { startNightlyScan } from './commands/start-scan.ts';

const nightly = job({
  name: 'duplicates.nightly',
  schedule: '20 2 * * *',
  run: async (_data, { transaction }) => {
    await transaction(startNightlyScan);
  },
});

/** What came in without a fact (a seed, a restored backup) is found by look-ups too. */
const catchUp = job({
  name: 'duplicates.catch_up',
  schedule: '5 * * * *',
  seconds: 1_800,
  run: async (_data, { transaction, signal, log, orgId }) => {
    const read = await catchUpTraits(transaction, signal);
    if (read > 0) log.info({ orgId, read }, 'records read anew for look-ups');
  },
});

const escalate = job({
  name: 'duplicates.escalate_takeovers',
  schedule: '15 * * * *',
  run: async (_data, { transaction }) => {
    await transaction(escalateTakeovers);
  },
});

export const jobs: readonly Job[] = [scanJob as Job, nightly as Job, catchUp as Job, escalate as Job];
