import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'D1',
    says: 'a lead that was merged away is gone, and its pointer leads to a lead',
    offenders: sql`
      select l.id, 'merged into nothing' as why from leads l
      left join leads w on w.org_id = l.org_id and w.id = l.merged_into
      where l.merged_into is not null and (w.id is null or l.deleted_at is null or w.id = l.id)`,
  },
  {
    id: 'D2',
    says: 'nothing of a live kind still hangs on a lead that was merged away',
    offenders: sql`
      select a.id, 'activity of a merged lead' as why from activities a
      join leads l on l.org_id = a.org_id and l.id = a.subject_id where l.merged_into is not null
      union all
      select f.id, 'file of a merged lead' from files f
      join leads l on l.org_id = f.org_id and l.id = f.subject_id
      where f.object = 'leads' and f.deleted_at is null and l.merged_into is not null`,
  },
];
