import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'RC1',
    says: 'every held open lead has been looked at under the rules in force, and has its day if one fits',
    // Moments after a change its clock is still to follow.
    offenders: sql`
      select t.id, case when t.recycle_days is not null and t.recycle_due_on is null then 'a rule, but no day'
        else 'not looked at under version ' || p.version end as why
      from recycle_policies p join leads t on t.org_id = p.org_id
      where p.enabled and p.clocked = p.version and t.owner_id is not null and t.deleted_at is null
        and t.status in ('pending', 'following') and t.owner_since < now() - interval '10 minutes'
        and (t.recycle_seen is distinct from p.version or (t.recycle_days is not null and t.recycle_due_on is null))`,
  },
  {
    id: 'RC2',
    says: 'a recycled lead was due in its night, and went once',
    offenders: sql`
      select l.lead_id as id, 'due on ' || l.due_on || ', went on ' || r.night as why
      from recycle_run_leads l join recycle_runs r on r.org_id = l.org_id and r.id = l.run_id
      where l.outcome = 'recycled' and (l.due_on > r.night or 1 <> (
        select count(*) from lead_places p where p.org_id = l.org_id and p.lead_id = l.lead_id and p.cause = 'recycled'
          and p.since >= r.started_at and p.since <= l.decided_at))`,
  },
];
