import { sql } from 'kysely';
import { anchorChain, readAnchors } from './chain-anchors.ts';
import type { Check } from './checks.ts';
import { runChecks } from './checks-run.ts';
import { sweepFiles } from './files/sweep.ts';
import { theFileStore } from './files.ts';
import { type Job, job } from './jobs.ts';
import { sendMail } from './mail.ts';

/** A repeat of a request after this is a new request. */
const keptKeys = '7 days';

const purgeKeys = job({
  name: 'idempotency.purge',
  schedule: '40 3 * * *',
  async run(_data, { orgId, transaction }) {
    await transaction(({ tx, now }) =>
      sql`
        delete from idempotency_keys
        where org_id = ${orgId}::uuid and created_at < ${now}::timestamptz - ${keptKeys}::interval`.execute(
        tx,
      ),
    );
  },
});

/** Every night the data is held against its invariants; what is broken is an error in the log. */
function nightlyChecks(dataDir: string, checks: readonly Check[]) {
  return job({
    name: 'checks.nightly',
    schedule: '30 2 * * *',
    seconds: 3_600,
    retries: 1,
    async run(_data, { orgId, database, log }) {
      const anchors = await readAnchors(dataDir);
      const results = await runChecks(database, { orgId, checks, anchors, store: theFileStore() });
      for (const { id, says, offenders } of results)
        if (offenders.length > 0) log.error({ check: id, says, orgId, offenders }, 'an invariant is broken');
      log.info({ orgId, checks: results.length }, 'checks done');
    },
  });
}

/** The jobs of the technical ground itself; the app starts them beside those of the slices. */
export function kernelJobs({ dataDir, checks }: { dataDir: string; checks: readonly Check[] }): Job[] {
  return [sendMail, sweepFiles, anchorChain(dataDir), purgeKeys, nightlyChecks(dataDir, checks)] as Job[];
}
