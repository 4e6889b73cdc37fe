import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'M13',
    says: 'nobody decides his own request, and only the named approver decides',
    offenders: sql`
      select id, 'decided by ' || coalesce(decided_by::text, 'nobody') as why from approvals
      where approver_id = requester_id
        or (status in ('approved', 'rejected') and (decided_by is distinct from approver_id or decided_by = requester_id))`,
  },
  {
    id: 'M13.once',
    says: 'every approval is decided at most once, and its fact says the same',
    offenders: sql`
      select a.id, count(e.id) || ' decisions announced, status ' || a.status as why
      from approvals a
      left join events e on e.org_id = a.org_id and e.subject_id = a.id and e.type = 'approval.decided'
      group by a.org_id, a.id, a.status
      having count(e.id) <> (case when a.status in ('approved', 'rejected') then 1 else 0 end)`,
  },
];
