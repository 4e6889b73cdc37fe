import { sql } from 'kysely';
import { theFileStore } from '../files.ts';
import { type JobContext, job } from '../jobs.ts';

/** An upload may still be on its way to its row for so long. */
const youngMs = 24 * 3_600_000;
const batchSize = 500;

/**
 * Removes what no longer belongs to anything: files taken away thirty days ago, uploads that nobody used within
 * a week, and bytes without a row. Rows go first: bytes without a row are found again, a row without bytes is a loss.
 */
export const sweepFiles = job({
  name: 'files.sweep',
  schedule: '15 3 * * *',
  seconds: 3_600,
  async run(_data, context) {
    const rows = await sweepRows(context);
    const orphans = await sweepBytes(context);
    context.log.info({ orgId: context.orgId, rows, orphans }, 'files swept');
  },
});

async function sweepRows(context: JobContext): Promise<number> {
  const { orgId } = context;
  const gone = await context.transaction(async ({ tx, now }) => {
    const { rows } = await sql<{ id: string }>`
      delete from files where org_id = ${orgId}::uuid and (
        deleted_at < ${now}::timestamptz - interval '30 days'
        or (subject_id is null and created_at < ${now}::timestamptz - interval '7 days'))
      returning id`.execute(tx);
    return rows;
  });
  for (const { id } of gone) await theFileStore().remove({ orgId, id });
  return gone.length;
}

async function sweepBytes(context: JobContext): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const sweep = async () => {
    const orphans = await withoutRow(context, batch);
    for (const id of orphans) await theFileStore().remove({ orgId: context.orgId, id });
    removed += orphans.length;
    batch = [];
  };
  for await (const { id, writtenAt } of theFileStore().list(context.orgId)) {
    context.signal.throwIfAborted();
    if (Date.now() - writtenAt.getTime() > youngMs) batch.push(id);
    if (batch.length >= batchSize) await sweep();
  }
  if (batch.length > 0) await sweep();
  return removed;
}

function withoutRow({ orgId, transaction }: JobContext, ids: readonly string[]): Promise<string[]> {
  return transaction(async ({ tx }) => {
    const { rows } = await sql<{ id: string }>`
      select s.id from unnest(${ids}::uuid[]) as s(id)
      where not exists (select from files f where f.org_id = ${orgId}::uuid and f.id = s.id)`.execute(tx);
    return rows.map((row) => row.id);
  }, 'read');
}
