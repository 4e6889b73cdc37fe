-- Names of companies, one for every lead and every account, and who has which account.

create table seed.company as
select n, c.city || c.brand || c.trade || c.form as name, c.brand || c.trade as core, c.city, c.trade, c.brand, c.form
from seed.plan p, generate_series(1, p.leads + p.accounts) n, seed.words w,
  lateral (select w.city[1 + seed.pick(n, 1, cardinality(w.city))] as city,
    w.first[1 + seed.pick(n, 2, cardinality(w.first))] || w.second[1 + seed.pick(n, 3, cardinality(w.second))] as brand,
    w.trade[1 + seed.pick(n, 4, cardinality(w.trade))] as trade,
    w.form[1 + seed.pick(n, 5, cardinality(w.form))] as form) c;
alter table seed.company add primary key (n);

-- Some reps have three times as many customers as others.
create table seed.account as
select a.n, seed.id(a.at, 10, a.n) as id, r.id as owner_id, r.manager_id, a.at, c.n as company, c.name, c.core, c.city, c.trade, c.brand
from seed.plan p cross join lateral (
    select n, p.today - make_interval(secs => p.days * 86400.0 * (p.accounts - n + 1) / p.accounts) as at,
      1 + floor(p.reps * power(seed.share(n, 11), 1.3))::integer as rep
    from generate_series(1, p.accounts) n) a
join seed.rep r on r.number = a.rep
join seed.company c on c.n = p.leads + a.n;
alter table seed.account add primary key (n);
analyze seed.company;
analyze seed.account;
