import { PgBoss } from 'pg-boss';
import { deadLetters, jobSchema } from '../jobs.ts';
import { withClient } from '../postgres/external.ts';

/**
 * Makes or brings up to date the tables of the job queue, and lets the app's role put jobs into them.
 * Belongs after the migrations: servers starting together are fine.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(deadLetters, { retentionSeconds: 180 * 24 * 3600 });
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(ownerUrl, (client) =>
    client.query(`
      begin;
      select pg_advisory_xact_lock(hashtextextended('${jobSchema} grants', 0));
      grant usage on schema ${jobSchema} to yingdan_app;
      grant select, insert, update on all tables in schema ${jobSchema} to yingdan_app;
      grant execute on all functions in schema ${jobSchema} to yingdan_app;
      commit`),
  );
}
