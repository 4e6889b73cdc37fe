import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'U3',
    says: 'every stage change is recorded: the chain is unbroken and ends where the deal is',
    offenders: sql`
      select opportunity_id as id, 'chain broken at move ' || seq as why from (
        select m.opportunity_id, m.seq, m.from_stage, m.to_stage, m.direction, m.reason, m.at, o.stage, o.stage_seq,
          lag(m.to_stage) over w as before, lag(m.at) over w as at_before
        from opportunity_moves m
        join opportunities o on o.org_id = m.org_id and o.id = m.opportunity_id
        window w as (partition by m.org_id, m.opportunity_id order by m.seq)) as chain
      where (seq = 1) <> (from_stage is null) or (seq > 1 and before is distinct from from_stage) or at < at_before
        or (seq = stage_seq and to_stage <> stage) or seq > stage_seq
        or (direction in ('backward', 'lost', 'invalid', 'reopened') and coalesce(reason, '') = '')
      union all
      select o.id, 'no move ' || o.stage_seq from opportunities o
      where not exists (select 1 from opportunity_moves m
        where m.org_id = o.org_id and m.opportunity_id = o.id and m.seq = o.stage_seq)`,
  },
  {
    id: 'O1',
    says: 'the sums per owner and stage equal a recount of the deals',
    offenders: sql`
      select coalesce(t.owner_id, c.owner_id) as id,
        coalesce(t.stage, c.stage) || ': kept ' || coalesce(t.count, 0) || ' / ' || coalesce(t.amount, 0) || ', counted '
          || coalesce(c.count, 0) || ' / ' || coalesce(c.amount, 0) as why
      from opportunity_totals t
      full join (select org_id, owner_id, stage, count(*) as count, sum(amount) as amount,
          sum(round(amount * win_rate / 100, 2)) as weighted
        from opportunities where deleted_at is null group by 1, 2, 3) c
        on c.org_id = t.org_id and c.owner_id = t.owner_id and c.stage = t.stage
      where coalesce(t.count, 0) <> coalesce(c.count, 0) or coalesce(t.amount, 0) <> coalesce(c.amount, 0)
        or coalesce(t.weighted, 0) <> coalesce(c.weighted, 0)`,
  },
  {
    id: 'O2',
    says: 'the contact of a deal is a person at its account',
    offenders: sql`
      select o.id, 'contact of another account' as why from opportunities o
      join contacts c on c.org_id = o.org_id and c.id = o.contact_id
      where c.account_id <> o.account_id and o.status = 'open' and o.deleted_at is null`,
  },
  {
    id: 'O3',
    says: 'a deal stands in a stage of its own kind',
    offenders: sql`
      select o.id, 'is ' || o.status || ' in stage ' || o.stage as why from opportunities o
      join opportunity_stages s on s.org_id = o.org_id and s.key = o.stage
      where s.kind <> o.status`,
  },
];
