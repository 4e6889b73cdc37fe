import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'AC1',
    says: 'an activity is about the record it was logged on',
    offenders: sql`
      select id, 'its own record is not among those it is about' as why from activities
      where not about @> array[subject_id]`,
  },
  {
    id: 'AC2',
    says: 'somebody who left has nothing planned',
    offenders: sql`
      select n.id, 'planned for somebody who left' as why from next_contacts n
      join users u on u.org_id = n.org_id and u.id = n.owner_id
      where n.closed_at is null and u.status = 'disabled'`,
  },
];
