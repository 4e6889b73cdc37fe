import { type Job, job } from '#kernel/jobs.ts';
import { purgeRetiredFields } from './commands/purge-retired-fields.ts';

const purge = job({
  name: 'customfields.purge',
  schedule: '25 3 * * *',
  seconds: 3_600,
  async run(_data, { transaction, log, orgId }) {
    const fields = await purgeRetiredFields(transaction);
    if (fields > 0) log.info({ orgId, fields }, 'retired fields removed with their values');
  },
});

export const jobs: readonly Job[] = [purge as Job];
