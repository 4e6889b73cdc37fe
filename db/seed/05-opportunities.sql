-- Deals with the whole way they took: open ones stand somewhere on it, the others reached an end.
create table seed.deal as
select d.n, seed.id(d.at, 60, d.n) as id, d.account, d.at, d.until, d.way, d.status, d.amount, a.id as account_id, a.owner_id,
  a.manager_id, a.brand, t.product, a.brand || t.product || '项目' as name
from seed.words w cross join seed.plan p cross join lateral (
  select n, account, at, at + least(p.today - at, interval '120 days') * seed.share(n, 62) * 0.95 as until, status, (1 + seed.pick(n, 63, 400)) * 2500 as amount,
    case status
      when 'open' then (array['contacted', 'qualified', 'quoted', 'drafting'])[: 1 + least(3, floor(4 * power(seed.share(n, 64), 1.5))::integer)]
      when 'won' then array['contacted', 'qualified', 'quoted', 'drafting', 'won']
      else (array['contacted', 'qualified', 'quoted', 'drafting'])[: 1 + seed.pick(n, 64, 4)] || status end as way
  from (select n, 1 + seed.pick(n, 65, p.accounts) as account,
      case when seed.share(n, 66) < 0.35 then 'open' when seed.share(n, 66) < 0.7 then 'won' when seed.share(n, 66) < 0.94 then 'lost'
        else 'invalid' end as status
    from generate_series(1, p.opportunities) n) s,
  lateral (select o.at + (p.today - o.at) * 0.8 * seed.share(n, 67) as at from seed.account o where o.n = s.account) t) d
join seed.account a on a.n = d.account
cross join lateral (select w.product[1 + seed.pick(d.n, 61, cardinality(w.product))] as product) t;
alter table seed.deal add primary key (n);
analyze seed.deal;

create function seed.win_rate(stage text) returns numeric language sql immutable parallel safe
  return case stage when 'contacted' then 10 when 'qualified' then 30 when 'quoted' then 50 when 'drafting' then 80
    when 'won' then 100 else 0 end;

insert into opportunities (org_id, id, name, account_id, contact_id, amount, currency, expected_close_on, stage, status, win_rate,
  stage_since, stage_seq, owner_id, channel, lost_reason, last_activity_at, closed_at, created_at, created_by)
select p.org_id, d.id, d.name, d.account_id, c.id, d.amount, 'CNY', (d.until + make_interval(days => seed.pick(d.n, 70, 120) - 20))::date,
  d.way[cardinality(d.way)], d.status, seed.win_rate(d.way[cardinality(d.way)]), d.until, cardinality(d.way), d.owner_id,
  w.channel[1 + seed.pick(d.n, 71, cardinality(w.channel))],
  case when d.status = 'lost' then (array['competitor', 'price', 'budget', 'cancelled', 'other'])[1 + seed.pick(d.n, 72, 5)] end,
  d.until, case when d.status <> 'open' then d.until end, d.at, d.owner_id
from seed.plan p, seed.words w, seed.deal d join seed.contact c on c.n = d.account * 2 - 1 order by d.n;

insert into opportunity_moves (org_id, opportunity_id, seq, from_stage, to_stage, direction, at, actor_id, amount, win_rate,
  days_in_stage, reason)
select p.org_id, d.id, m.seq, d.way[m.seq - 1], m.stage,
  case when m.seq = 1 then 'created' when m.stage in ('won', 'lost', 'invalid') then m.stage else 'forward' end,
  d.at + (d.until - d.at) * (m.seq - 1) / greatest(1, cardinality(d.way) - 1), d.owner_id, d.amount, seed.win_rate(m.stage),
  case when m.seq = 1 then 0 else floor(extract(epoch from d.until - d.at) / 86400 / (cardinality(d.way) - 1)) end,
  case when m.stage in ('lost', 'invalid') then '预算取消' end
from seed.plan p, seed.deal d, unnest(d.way) with ordinality m(stage, seq);

insert into opportunity_totals (org_id, owner_id, stage, count, amount, weighted)
select org_id, owner_id, stage, count(*), sum(amount), sum(round(amount * win_rate / 100, 2))
from opportunities where org_id = (select org_id from seed.plan) and deleted_at is null group by 1, 2, 3;
