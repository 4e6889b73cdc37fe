import { type Job, job } from '#kernel/jobs.ts';
import { sweepExpired } from './commands/sweep-expired.ts';

const sweep = job({
  name: 'identity.sweep_expired',
  schedule: '17 4 * * *',
  run: (_data, context) => context.transaction(sweepExpired),
});

export const jobs: readonly Job[] = [sweep as Job];
