import { type Job, job } from '#kernel/jobs.ts';
import { readMailBoxes } from './commands/read-mail-boxes.ts';
import { sweepSubmissions } from './commands/sweep-submissions.ts';

const mail = job({
  name: 'capture.read_mail',
  schedule: '*/2 * * * *',
  retries: 0,
  seconds: 300,
  run: (_data, context) => readMailBoxes(context),
});

const sweep = job({
  name: 'capture.sweep',
  schedule: '17 4 * * *',
  run: async (_data, { transaction }) => {
    await transaction(sweepSubmissions);
  },
});

export const jobs: readonly Job[] = [mail as Job, sweep as Job];
