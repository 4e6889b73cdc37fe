-- Contracts of won deals: two lines, three instalments; most are approved and count, some are still on their way.
create table seed.contract as
select c.*, seed.id(c.at, 90, c.n) as id, seed.id(c.at, 91, c.n) as approval_id,
  case when status <> 'draft' then 'HT-' || year || '-' || seed.padded(row_number() over (partition by year, status = 'draft' order by n)) end as number
from (
  select row_number() over (order by d.n) as n, d.id as deal_id, d.account_id, d.owner_id, d.manager_id, d.name, d.brand, d.product, d.until as at,
    extract(year from d.until)::integer as year,
    case when seed.share(d.n, 92) < 0.88 then 'active' when seed.share(d.n, 92) < 0.96 then 'draft' else 'inApproval' end as status,
    d.until::date as signed_on
  from seed.deal d where d.status = 'won') c
where c.n <= (select contracts from seed.plan);
alter table seed.contract add primary key (n);

insert into contracts (org_id, id, number, name, account_id, opportunity_id, currency, signed_on, starts_on, ends_on, owner_id,
  submitted_at, created_at, created_by)
select p.org_id, c.id, c.number, c.name, c.account_id, c.deal_id, 'CNY', c.signed_on, c.signed_on, c.signed_on + 365, c.owner_id,
  case when c.status <> 'draft' then c.at end, c.at, c.owner_id
from seed.plan p, seed.contract c order by c.n;

insert into contract_lines (org_id, contract_id, position, product, unit, quantity, price, discount_percent, amount)
select p.org_id, c.id, l.position, w.product[1 + seed.pick(c.n, 93 + l.position, cardinality(w.product))], '套', l.quantity, l.price,
  l.discount, round(l.quantity * l.price * (100 - l.discount) / 100, 2)
from seed.plan p, seed.words w, seed.contract c, lateral (
  select position, (1 + seed.pick(c.n, 96 + position, 12))::numeric as quantity,
    (1 + seed.pick(c.n, 98 + position, 800)) * 37.55 as price, seed.pick(c.n, 100 + position, 4) * 5 as discount
  from generate_series(1, 2) position) l;

create table seed.contract_sum as
select c.n, sum(l.amount) as amount from seed.contract c join contract_lines l on l.contract_id = c.id
where l.org_id = (select org_id from seed.plan) group by 1;
alter table seed.contract_sum add primary key (n);

insert into contract_plan_lines (org_id, id, contract_id, position, name, ratio, amount, due_on)
select p.org_id, seed.id(c.at, 103, c.n * 3 + i.position), c.id, i.position, '第 ' || i.position || ' 期', i.ratio,
  case when i.position < 3 then round(s.amount * i.ratio / 100, 2)
    else s.amount - round(s.amount * 30 / 100, 2) - round(s.amount * 40 / 100, 2) end, c.signed_on + i.after
from seed.plan p, seed.contract c join seed.contract_sum s using (n),
  (values (1, 30, 15), (2, 40, 90), (3, 30, 210)) i(position, ratio, after);

update contracts t set amount = s.amount from seed.contract c join seed.contract_sum s using (n)
where t.org_id = (select org_id from seed.plan) and t.id = c.id;
analyze contract_lines;
analyze contract_plan_lines;

-- The fingerprint covers lines and plan, so what was approved comes last.
update contracts t set status = c.status, approval_id = c.approval_id,
  approved_hash = case when c.status = 'active' then yd_contract_hash(t.org_id, t.id) end,
  activated_at = case when c.status = 'active' then c.at + interval '1 hour' end
from seed.contract c where t.org_id = (select org_id from seed.plan) and t.id = c.id and c.status <> 'draft';

insert into contract_series (org_id, year, last)
select p.org_id, c.year, max(split_part(c.number, '-', 3)::integer) from seed.plan p, seed.contract c
where c.number is not null group by 1, 2;

insert into approvals (org_id, id, kind, subject_object, subject_id, title, reference, amount, currency, snapshot, requester_id,
  approver_id, status, requested_at, decided_at, decided_by, created_at, created_by)
select p.org_id, c.approval_id, 'contract', 'contracts', c.id, c.name, c.number, t.amount, 'CNY',
  jsonb_build_object('reasons', '[]'::jsonb, 'facts', '[]'::jsonb, 'contentHash', coalesce(t.approved_hash, yd_contract_hash(t.org_id, t.id))),
  c.owner_id, c.manager_id, case c.status when 'active' then 'approved' else 'pending' end, c.at,
  t.activated_at, case c.status when 'active' then c.manager_id end, c.at, c.owner_id
from seed.plan p, seed.contract c join contracts t on t.org_id = (select org_id from seed.plan) and t.id = c.id
where c.status <> 'draft';

-- Every decision is a fact; the server gives these their places in the chain.
with facts as (
  insert into events (org_id, id, at, type, object, subject_id, about, actor_id, source, data)
  select p.org_id, seed.id(c.at + interval '1 hour', 104, c.n), c.at + interval '1 hour', 'approval.decided', 'approvals',
    c.approval_id, array[c.approval_id, c.id], c.manager_id, 'import',
    jsonb_build_object('kind', 'contract', 'subjectObject', 'contracts', 'subjectId', c.id, 'title', c.name, 'verdict', 'approved')
  from seed.plan p, seed.contract c where c.status = 'active' returning org_id, id, at)
insert into outbox (event_id, org_id, at) select id, org_id, at from facts;
