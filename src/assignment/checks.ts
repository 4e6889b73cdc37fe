import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'A1',
    says: 'a clock that runs belongs to who has the lead',
    offenders: sql`
      select t.id, 'the lead is not with the owner of the clock' as why from response_timers t
      join leads l on l.org_id = t.org_id and l.id = t.lead_id
      where t.closed_at is null and l.owner_id is distinct from t.owner_id
        and not exists (select 1 from outbox o where o.org_id = t.org_id) and t.started_at < now() - interval '1 hour'
        and l.owner_since < now() - interval '1 hour'`,
  },
  {
    id: 'A2',
    says: 'weighted turns owe and are owed alike',
    offenders: sql`
      select r.id, 'credits sum to ' || sum(m.credit) as why from assignment_rules r
      join assignment_members m on m.org_id = r.org_id and m.rule_id = r.id
      where r.method = 'weighted' group by r.id having sum(m.credit) <> 0`,
  },
];
