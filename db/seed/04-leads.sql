-- Six of ten leads are somebody's, the others wait in the pool. A converted one is the customer it became.
create table seed.lead as
select l.n, seed.id(l.at, 30, l.n) as id, l.at, l.status, r.id as owner_id, a.id as account_id,
  coalesce(a.company, c.n) as company_n, coalesce(a.name, c.name) as company, coalesce(a.city, c.city) as city, coalesce(a.trade, c.trade) as trade,
  case when l.status <> 'unassigned' then l.at + (p.today - l.at) * 0.1 * seed.share(l.n, 31) end as taken_at,
  case when l.status in ('following', 'converted', 'invalid') then l.at + (p.today - l.at) * (0.2 + 0.8 * seed.share(l.n, 32)) end
    as touched_at,
  case when l.status = 'following' and seed.pick(l.n, 33, 5) < 1 then
    p.today + make_interval(hours => seed.pick(l.n, 34, 480) - 240) end as next_at,
  '+861' || 3000000000 + (l.n + 200000000) * 137438953::bigint % 6999999999 as phone
from seed.plan p cross join lateral (
    select n, p.today - make_interval(secs => p.days * 86400.0 * (p.leads - n + 1) / p.leads) as at,
      case when seed.share(n, 35) >= 0.6 then 'unassigned'
        when seed.share(n, 36) < 0.2 then 'pending' when seed.share(n, 36) < 0.65 then 'following'
        when seed.share(n, 36) < 0.9 then 'converted' else 'invalid' end as status
    from generate_series(1, p.leads) n) l
join seed.company c on c.n = l.n
left join seed.account a on l.status = 'converted' and a.n = 1 + seed.pick(l.n, 37, p.accounts)
left join seed.rep r on l.status <> 'unassigned' and r.number = 1 + floor(p.reps * power(seed.share(l.n, 38), 1.3))::integer;
alter table seed.lead add primary key (n);
analyze seed.lead;

insert into leads (org_id, id, company, company_key, contact_name, phone, mobile_key, email, title, channel, region, industry,
  registered_capital, staff_count, expected_amount, currency, class, status, invalid_reason, owner_id, owner_since, pool_id,
  pool_since, captured_at, capture_method, first_response_at, last_activity_at, next_contact_at, converted_at, account_id,
  created_at)
select p.org_id, l.id, l.company, l.company,
  w.surname[1 + seed.pick(l.n, 40, cardinality(w.surname))] || w.given[1 + seed.pick(l.n, 41, cardinality(w.given))]
    || case when seed.pick(l.n, 42, 3) > 0 then w.given[1 + seed.pick(l.n, 43, cardinality(w.given))] else '' end,
  l.phone, l.phone, case when seed.pick(l.n, 44, 5) < 3 then 'x' || l.n || '@qiye' || l.n % 5000 || '.test' end,
  w.title[1 + seed.pick(l.n, 45, cardinality(w.title))], w.channel[1 + seed.pick(l.n, 46, cardinality(w.channel))], l.city,
  l.trade, (1 + seed.pick(l.n, 47, 500)) * 100000, 5 + seed.pick(l.n, 48, 800), (1 + seed.pick(l.n, 49, 400)) * 2500, 'CNY',
  (array['A', 'B', 'C', 'D'])[1 + seed.pick(l.n, 50, 4)], l.status,
  case when l.status = 'invalid' then (array['emptyNumber', 'competitor', 'noNeed', 'duplicate', 'other'])[1 + seed.pick(l.n, 51, 5)] end,
  l.owner_id, l.taken_at, case when l.owner_id is null then pool.id end, case when l.owner_id is null then l.at end, l.at,
  'import', l.touched_at, l.touched_at, l.next_at, case when l.status = 'converted' then l.touched_at end, l.account_id, l.at
from seed.plan p, seed.words w, seed.lead l,
  (select id from lead_pools where is_default and org_id = (select org_id from seed.plan)) pool
order by l.n;

-- In the pool first, then with whoever took it.
insert into lead_places (org_id, lead_id, seq, owner_id, pool_id, since, until, cause, actor_id)
select p.org_id, l.id, 1, null, pool.id, l.at, l.taken_at, 'imported', null
from seed.plan p, seed.lead l, (select id from lead_pools where is_default and org_id = (select org_id from seed.plan)) pool;
insert into lead_places (org_id, lead_id, seq, owner_id, pool_id, since, cause, actor_id)
select p.org_id, l.id, 2, l.owner_id, null, l.taken_at, case when seed.pick(l.n, 52, 2) = 0 then 'claimed' else 'assigned' end,
  l.owner_id
from seed.plan p, seed.lead l where l.owner_id is not null;

insert into lead_holders (org_id, user_id, held)
select p.org_id, l.owner_id, count(*)
from seed.plan p, seed.lead l where l.status in ('pending', 'following') group by 1, 2;

-- A measuring user creates and claims thousands in a minute.
update lead_policies set private_cap = 1000000 where org_id = (select org_id from seed.plan);
update lead_pools set daily_quota = 1000000 where org_id = (select org_id from seed.plan);

insert into next_contacts (org_id, id, owner_id, subject_object, subject_id, subject_name, due_at, created_at, created_by)
select p.org_id, seed.id(l.touched_at, 53, l.n), l.owner_id, 'leads', l.id, l.company, l.next_at, l.touched_at, l.owner_id
from seed.plan p, seed.lead l where l.next_at is not null;

insert into lead_conversions (org_id, id, lead_id, account_id, account_made, contact_made, status_before, at)
select l.org_id, gen_random_uuid(), l.id, l.account_id, false, false, 'following', l.converted_at
from leads l, seed.plan p where l.org_id = p.org_id and l.status = 'converted' and l.account_id is not null;
