-- What is owed on contracts that count; the oldest instalments are mostly paid, some in part, some money is not yet used.
create table seed.due as
select c.n, l.position, seed.id(c.at, 110, c.n * 3 + l.position) as id, l.id as plan_line_id, l.name, l.amount, l.due_on, c.id as contract_id,
  c.account_id, c.owner_id, c.at, row_number() over (order by l.position, c.n) as place
from seed.contract c join contract_plan_lines l on l.org_id = (select org_id from seed.plan) and l.contract_id = c.id
where c.status = 'active' and l.amount > 0;
alter table seed.due add primary key (place);
analyze seed.due;

create table seed.receipt as
select r.*, seed.id(r.at, 111, r.n) as id, 'SK-' || r.year || '-' || seed.padded(row_number() over (partition by r.year order by r.n)) as number
from (
  select d.place as n, d.id as due_id, d.account_id, d.owner_id, s.bank_date, extract(year from s.bank_date)::integer as year,
    s.bank_date::timestamptz as at, case when s.fate < 0.05 then greatest(0.01, round(d.amount / 2, 2)) else d.amount end as amount, s.fate < 0.97 as used
  from seed.due d, seed.plan p, lateral (
    select seed.share(d.place, 112) as fate, least(d.due_on + seed.pick(d.place, 113, 60) - 20, p.today::date - 1) as bank_date) s
  where d.place <= p.receipts) r;
alter table seed.receipt add primary key (n);
analyze seed.receipt;

insert into receivables (org_id, id, contract_id, plan_line_id, account_id, position, name, amount, allocated, currency, due_on,
  owner_id, created_at)
select p.org_id, d.id, d.contract_id, d.plan_line_id, d.account_id, d.position, d.name, d.amount,
  case when r.used then r.amount else 0 end, 'CNY', d.due_on, d.owner_id, d.at + interval '1 hour'
from seed.plan p, seed.due d left join seed.receipt r on r.n = d.place;

insert into receipts (org_id, id, number, account_id, payer, amount, allocated, currency, bank_date, bank_account, reference, method,
  owner_id, created_at)
select p.org_id, r.id, r.number, r.account_id, a.name, r.amount, case when r.used then r.amount else 0 end, 'CNY', r.bank_date,
  '6222 0210 0100 1234', 'LS' || lpad(r.n::text, 10, '0'), 'transfer', r.owner_id, r.at
from seed.plan p, seed.receipt r join seed.account a on a.id = r.account_id order by r.n;

insert into receipt_series (org_id, year, last)
select p.org_id, r.year, max(split_part(r.number, '-', 3)::integer) from seed.plan p, seed.receipt r group by 1, 2;

insert into allocations (org_id, id, receipt_id, receivable_id, amount, currency, allocated_on, created_at)
select p.org_id, seed.id(r.at, 114, r.n), r.id, r.due_id, r.amount, 'CNY', r.bank_date, r.at
from seed.plan p, seed.receipt r where r.used;
