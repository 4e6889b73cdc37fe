import { type Job, job } from '#kernel/jobs.ts';
import { runNight } from './commands/run-night.ts';
import { setClocks } from './commands/set-clocks.ts';
import { warnOwners } from './commands/warn-owners.ts';

/** Effective at 00:00; every further hour goes on with what a locked row or a dead server left over. */
const night = job({
  name: 'recycling.night',
  schedule: '0 * * * *',
  seconds: 1_800,
  async run(_data, { transaction, signal, log, orgId }) {
    const done = await runNight(transaction, signal);
    if (done?.failed) log.error({ orgId, ...done }, 'some leads could not be recycled');
    else if (done) log.info({ orgId, ...done }, 'leads recycled');
  },
});

const warn = job({
  name: 'recycling.warn',
  schedule: '30 8 * * *',
  run: async (_data, { transaction }) => void (await transaction(warnOwners)),
});

export const jobs: readonly Job[] = [setClocks, night as Job, warn as Job];
