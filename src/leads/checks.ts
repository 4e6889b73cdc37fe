import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'P1',
    says: 'a lead is where the open row of its place history says',
    offenders: sql`
      select l.id, 'place differs from history' as why from leads l
      left join lead_places p on p.org_id = l.org_id and p.lead_id = l.id and p.until is null
      where p.lead_id is null or p.owner_id is distinct from l.owner_id or p.pool_id is distinct from l.pool_id`,
  },
  {
    id: 'P2',
    says: 'what a person holds is what his counter says',
    offenders: sql`
      select coalesce(h.user_id, c.owner_id) as id, 'held ' || coalesce(h.held, 0) || ', counted ' || coalesce(c.held, 0) as why
      from lead_holders h
      full join (select org_id, owner_id, count(*) as held from leads
        where owner_id is not null and deleted_at is null and status in ('pending', 'following') group by 1, 2) c
        on c.org_id = h.org_id and c.owner_id = h.user_id
      where coalesce(h.held, 0) <> coalesce(c.held, 0)`,
  },
  {
    id: 'P5',
    says: 'places follow one another without gap or overlap',
    offenders: sql`
      select lead_id as id, 'gap at place ' || seq as why from (
        select lead_id, seq, since, lag(until) over w as before, lag(seq) over w as seq_before
        from lead_places window w as (partition by org_id, lead_id order by seq)) as chain
      where seq_before is not null and (before is null or before <> since or seq <> seq_before + 1)`,
  },
  {
    id: 'P7',
    says: 'a converted lead has an account and is out of the pool',
    offenders: sql`
      select id, 'converted without account or in a pool' as why from leads
      where status = 'converted' and (account_id is null or pool_id is not null)`,
  },
];
