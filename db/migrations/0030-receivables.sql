-- What is owed (receivables), what came in (receipts), and which of it was used for what (allocations).
-- Posted rows are only ever added to: the app's role has no right to delete them, nor to update what was posted.

-- Today for the organisation of this transaction. Write it as (select yd_today()): once a statement, not once a row.
create function yd_today() returns date language sql stable as $$
  select (now() at time zone coalesce((select o.zone from orgs o where o.id = yd_org()), 'UTC'))::date
$$;

create table receivables (
  org_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  plan_line_id uuid not null,
  account_id uuid not null,
  position integer not null,
  name text not null,
  amount numeric(18,2) not null check (amount > 0),
  -- always the sum of the allocations to it; guarded in the statement that changes it
  allocated numeric(18,2) not null default 0,
  currency char(3) not null,
  due_on date not null,
  -- always the owner of the contract
  owner_id uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- a plan line becomes one receivable, however often its contract is announced
  unique (org_id, plan_line_id),
  foreign key (org_id, contract_id) references contracts (org_id, id),
  foreign key (org_id, plan_line_id) references contract_plan_lines (org_id, id),
  foreign key (org_id, account_id) references accounts (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint receivables_not_overpaid check (allocated >= 0 and allocated <= amount)
);
create index receivables_by_due on receivables (org_id, due_on, id);
create index receivables_open on receivables (org_id, due_on, id) where allocated < amount;
create index receivables_by_owner on receivables (org_id, owner_id, due_on, id);
create index receivables_by_account on receivables (org_id, account_id, due_on);
create index receivables_by_contract on receivables (org_id, contract_id, position);
select yd_tenant_table('receivables', 'select, insert');
grant update (allocated, owner_id, version) on receivables to yingdan_app;

create table receipt_series (
  org_id uuid not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (org_id, year)
);
select yd_tenant_table('receipt_series', 'select, insert, update');

create table receipts (
  org_id uuid not null,
  id uuid not null,
  number text not null,
  account_id uuid not null,
  payer text not null,
  -- negative on a reversal, which points to the one receipt it takes back
  amount numeric(18,2) not null check (amount <> 0),
  -- always the sum of the allocations of it; guarded in the statement that changes it
  allocated numeric(18,2) not null default 0,
  reversed numeric(18,2) not null default 0,
  reverses uuid,
  currency char(3) not null,
  bank_date date not null,
  bank_account text not null default '',
  reference text,
  method text not null,
  memo text,
  reason text,
  -- always the owner of the account
  owner_id uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, number),
  -- taken back at most once
  unique (org_id, reverses),
  foreign key (org_id, account_id) references accounts (org_id, id),
  foreign key (org_id, reverses) references receipts (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint receipts_reversal check ((amount < 0) = (reverses is not null)),
  constraint receipts_not_overused
    check (allocated >= 0 and reversed >= 0 and (allocated + reversed <= amount or (amount < 0 and allocated + reversed = 0)))
);
-- the same line of a bank statement is not entered twice
create unique index receipts_reference on receipts (org_id, bank_account, reference)
  where reference is not null and reverses is null and reversed = 0;
create index receipts_newest on receipts (org_id, bank_date desc, id desc);
create index receipts_by_owner on receipts (org_id, owner_id, bank_date desc, id desc);
create index receipts_by_account on receipts (org_id, account_id, bank_date desc);
create index receipts_open on receipts (org_id, bank_date desc, id desc) where amount > allocated + reversed;
select yd_tenant_table('receipts', 'select, insert');
grant update (allocated, reversed, owner_id, version) on receipts to yingdan_app;

create table allocations (
  org_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  receivable_id uuid not null,
  -- negative on a reversal
  amount numeric(18,2) not null check (amount <> 0),
  currency char(3) not null,
  -- the day it counts for: the bank's day; for a reversal the day it was made
  allocated_on date not null,
  reverses uuid,
  reason text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  unique (org_id, reverses),
  foreign key (org_id, receipt_id) references receipts (org_id, id),
  foreign key (org_id, receivable_id) references receivables (org_id, id),
  foreign key (org_id, reverses) references allocations (org_id, id),
  constraint allocations_reversal check ((amount < 0) = (reverses is not null)),
  constraint allocations_reason check (reverses is null or reason is not null)
);
create index allocations_by_receipt on allocations (org_id, receipt_id);
create index allocations_by_receivable on allocations (org_id, receivable_id);
create index allocations_by_day on allocations (org_id, allocated_on);
select yd_tenant_table('allocations', 'select, insert');
