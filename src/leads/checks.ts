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
    id: 'P2-cap',
    says: 'nobody was given a lead beyond the cap of that moment',
    offenders: sql`
      select lead_id as id, 'held ' || (terms ->> 'held') || ' of ' || (terms ->> 'cap') as why from lead_places
      where (terms ->> 'held')::integer > (terms ->> 'cap')::integer`,
  },
  {
    id: 'P3',
    says: 'nobody claimed more a day than the pool allowed',
    offenders: sql`
      select lead_id as id, 'claim ' || (terms ->> 'claims') || ' of ' || (terms ->> 'quota') as why from lead_places
      where cause = 'claimed' and not (terms ->> 'bypassed')::boolean
        and (terms ->> 'claims')::integer > (terms ->> 'quota')::integer`,
  },
  {
    id: 'P3-count',
    says: 'claims of a day are numbered one by one, so that none was overlooked',
    offenders: sql`
      select (array_agg(lead_id))[1] as id, count(*) || ' claims numbered up to ' || max((terms ->> 'claims')::integer) as why
      from lead_places p join orgs o on o.id = p.org_id
      where p.cause = 'claimed' and p.terms ? 'claims'
      group by p.org_id, p.owner_id, p.from_pool_id, (p.since at time zone o.zone)::date
      having count(*) > max((terms ->> 'claims')::integer)`,
  },
  {
    id: 'P4',
    says: 'nobody took back a lead before his cool-down was over',
    offenders: sql`
      select lead_id as id, 'claimed before ' || (terms ->> 'freeFrom') as why from lead_places
      where cause = 'claimed' and not (terms ->> 'bypassed')::boolean and since < (terms ->> 'freeFrom')::timestamptz`,
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
  {
    id: 'P7-once',
    says: 'a converted lead has exactly one conversion that stands, any other lead none',
    offenders: sql`
      select l.id, 'status ' || l.status || ', ' || count(c.id) || ' conversions' as why
      from leads l left join lead_conversions c on c.org_id = l.org_id and c.lead_id = l.id and c.undone_at is null
      group by l.org_id, l.id, l.status
      having (l.status = 'converted') <> (count(c.id) = 1)`,
  },
  {
    id: 'P11',
    says: 'no live lead waits in a pool that is closed, and there is always one default pool',
    offenders: sql`
      select l.id, 'in a closed pool' as why from leads l
      join lead_pools p on p.org_id = l.org_id and p.id = l.pool_id
      where l.deleted_at is null and not p.active
      union all
      select c.org_id, 'no default pool' from lead_policies c
      where not exists (select 1 from lead_pools p where p.org_id = c.org_id and p.is_default and p.active)`,
  },
  {
    id: 'owner-since',
    says: 'every lead that somebody holds says since when, and what he returned says why',
    offenders: sql`
      select id, 'no clock' as why from leads
      where (owner_id is null) <> (owner_since is null) or (pool_id is null) <> (pool_since is null)
        or (times_returned > 0 and returned_at is null)`,
  },
];
