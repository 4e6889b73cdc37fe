insert into accounts (org_id, id, name, company_key, company_core, grade, industry, region, phone, channel, staff_count,
  owner_id, owner_since, last_activity_at, next_contact_at, created_at, created_by)
select p.org_id, a.id, a.name, a.name, a.core, (array['A', 'A-', 'B+', 'B', 'C', 'D'])[1 + seed.pick(a.n, 12, 6)], a.trade,
  a.city, '+861' || 3000000000 + a.n * 137438953::bigint % 6999999999, w.channel[1 + seed.pick(a.n, 13, cardinality(w.channel))],
  10 + seed.pick(a.n, 14, 900), a.owner_id, a.at, a.at + (p.today - a.at) * seed.share(a.n, 15),
  case when seed.pick(a.n, 16, 5) = 0 then p.today + make_interval(hours => seed.pick(a.n, 17, 480) - 240) end, a.at, a.owner_id
from seed.plan p, seed.words w, seed.account a order by a.n;

-- Everybody has a first contact, every second account another one.
create table seed.contact as
select c.n, a.n as account, c.seat, seed.id(a.at, 20, c.n) as id, a.id as account_id, a.owner_id, a.at,
  w.surname[1 + seed.pick(c.n, 21, cardinality(w.surname))] || w.given[1 + seed.pick(c.n, 22, cardinality(w.given))]
    || case when seed.pick(c.n, 23, 3) > 0 then w.given[1 + seed.pick(c.n, 24, cardinality(w.given))] else '' end as name,
  '+861' || 3000000000 + (c.n + 100000000) * 137438953::bigint % 6999999999 as phone
from seed.words w, seed.account a, lateral (
  select a.n * 2 - 1 as n, 1 as seat union all select a.n * 2, 2 where a.n % 2 = 0) c;
alter table seed.contact add primary key (n);
analyze seed.contact;

insert into contacts (org_id, id, account_id, name, title, role, phone, email, is_primary, owner_id, created_at, created_by)
select p.org_id, c.id, c.account_id, c.name, w.title[1 + seed.pick(c.n, 25, cardinality(w.title))],
  (array['decider', 'influencer', 'user'])[1 + seed.pick(c.n, 26, 3)], c.phone, 'lx' || c.n || '@kehu' || c.account || '.test',
  c.seat = 1, c.owner_id, c.at, c.owner_id
from seed.plan p, seed.words w, seed.contact c order by c.n;
