import { compose } from '#app/composition.ts';
import { slices } from '#app/slices.ts';
import { systemStep } from '#identity/public.ts';
import { openDatabase } from '#kernel/db.ts';
import { startJobs } from '#kernel/jobs/start.ts';
import { silentLog } from '#kernel/log.ts';

// A worker process of its own, for tests that kill it: node job-worker.ts <ownerUrl> <appUrl>
const [ownerUrl = '', appUrl = ''] = process.argv.slice(2);
compose({ sessionSecret: 'only for tests, never for a server', publicUrl: 'http://localhost' });
const database = openDatabase(appUrl, 4);
const jobs = slices.flatMap((slice) => slice.jobs ?? []);
await startJobs(ownerUrl, jobs, { database, log: silentLog(), systemStep, lookSeconds: 1 });
console.log('working');
