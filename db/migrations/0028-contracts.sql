-- Contracts: what was agreed, for how much, and when the money is due. The amount is always the sum of the lines.

-- The last number given out, per year. The row is the lock under which two submissions never share a number.
create table contract_series (
  org_id uuid not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (org_id, year)
);
select yd_tenant_table('contract_series', 'select, insert, update');

create table contracts (
  org_id uuid not null,
  id uuid not null,
  -- given at the first submission and kept for ever, also when the contract is voided or deleted
  number text,
  name text not null,
  account_id uuid not null,
  opportunity_id uuid,
  status text not null default 'draft' check (status in ('draft', 'inApproval', 'active', 'void')),
  amount numeric(18,2) not null default 0 check (amount >= 0),
  currency char(3) not null,
  signed_on date,
  starts_on date,
  ends_on date,
  note text,
  owner_id uuid not null,
  approval_id uuid,
  -- fingerprint of lines and plan as the approver saw them
  approved_hash text,
  void_reason text,
  submitted_at timestamptz,
  activated_at timestamptz,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, account_id) references accounts (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint contracts_term check (ends_on is null or starts_on is null or ends_on >= starts_on),
  constraint contracts_active check ((status = 'active') = (activated_at is not null)),
  constraint contracts_active_whole
    check (status <> 'active' or (number is not null and signed_on is not null and approved_hash is not null and deleted_at is null))
);
create unique index contracts_number on contracts (org_id, number) where number is not null;
create index contracts_newest on contracts (org_id, created_at desc, id desc) where deleted_at is null;
create index contracts_by_owner on contracts (org_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index contracts_by_account on contracts (org_id, account_id);
create index contracts_by_opportunity on contracts (org_id, opportunity_id) where opportunity_id is not null;
create index contracts_signed on contracts (org_id, signed_on) where status = 'active';
create index contracts_name_grams on contracts using gin (yd_grams(name));
select yd_tenant_table('contracts');

create table contract_lines (
  org_id uuid not null,
  contract_id uuid not null,
  position integer not null,
  product text not null,
  unit text,
  quantity numeric(14,4) not null check (quantity > 0),
  price numeric(18,2) not null check (price >= 0),
  discount_percent numeric(5,2) not null default 0 check (discount_percent between 0 and 100),
  -- round half up (quantity × price × (1 − discount)); the sum of these is the amount of the contract
  amount numeric(18,2) not null check (amount >= 0),
  primary key (org_id, contract_id, position),
  foreign key (org_id, contract_id) references contracts (org_id, id)
);
select yd_tenant_table('contract_lines');

-- The collection plan as agreed. Receivables are made from it when the contract becomes active.
create table contract_plan_lines (
  org_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  name text not null,
  ratio numeric(5,2) check (ratio between 0 and 100),
  amount numeric(18,2) not null check (amount >= 0),
  due_on date not null,
  primary key (org_id, id),
  unique (org_id, contract_id, position),
  foreign key (org_id, contract_id) references contracts (org_id, id)
);
select yd_tenant_table('contract_plan_lines');

-- The fingerprint of what is approved: everything but who keeps the contract and when it was signed.
create function yd_contract_hash(org uuid, contract uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_object(
    'name', c.name, 'account', c.account_id, 'amount', c.amount, 'currency', c.currency,
    'starts', c.starts_on, 'ends', c.ends_on,
    'lines', (select jsonb_agg(jsonb_build_array(l.position, l.product, l.unit, l.quantity, l.price, l.discount_percent, l.amount)
        order by l.position) from contract_lines l where l.org_id = c.org_id and l.contract_id = c.id),
    'plan', (select jsonb_agg(jsonb_build_array(p.position, p.name, p.ratio, p.amount, p.due_on)
        order by p.position) from contract_plan_lines p where p.org_id = c.org_id and p.contract_id = c.id)
  )::text, 'UTF8')), 'hex')
  from contracts c where c.org_id = org and c.id = contract
$$;
