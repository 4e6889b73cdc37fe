import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'I1',
    says: 'the counts of an import are the rows of its ledger',
    offenders: sql`
      select i.id, 'counts differ from the ledger' as why from imports i
      join lateral (select
          count(*) filter (where outcome = 'created') as created, count(*) filter (where outcome = 'updated') as updated,
          count(*) filter (where outcome in ('unchanged', 'duplicateInFile', 'duplicateInSystem', 'notFound')) as skipped,
          count(*) filter (where outcome = 'invalid') as failed, count(*) as rows
        from import_rows r where r.org_id = i.org_id and r.import_id = i.id) l on true
      where (i.created, i.updated, i.skipped, i.failed, i.row_count) is distinct from
        (l.created, l.updated, l.skipped, l.failed, l.rows) or i.processed <> i.created + i.updated + i.skipped + i.failed`,
  },
  {
    id: 'I2',
    says: 'a finished import has come to every row of its file',
    offenders: sql`
      select i.id, 'done, but rows were not reached' as why from imports i
      where i.status = 'done' and i.processed <> i.row_count`,
  },
  {
    id: 'I3',
    says: 'a row that went in names its record, and no record came from two rows',
    offenders: sql`
      select import_id as id, 'row without its record' as why from import_rows
        where outcome in ('created', 'updated') and (record_id is null or record_version is null)
      union all
      select import_id, 'record made by two rows' from import_rows where outcome = 'created'
        group by import_id, record_id having count(*) > 1`,
  },
];
