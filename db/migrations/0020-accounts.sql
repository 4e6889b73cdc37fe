-- Accounts (companies we deal with) and the contacts in them. A contact is owned by whoever owns its account.

create table accounts (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  -- two forms of the name for finding duplicates (kernel/values/company-name.ts)
  company_key text not null,
  company_core text not null,
  grade text check (grade in ('A', 'A-', 'B+', 'B', 'C', 'D')),
  industry text,
  region text,
  address text,
  phone text,
  website text,
  uscc text,
  channel text,
  staff_count integer,
  registered_capital numeric(18,2),
  note text,
  lead_id uuid,
  owner_id uuid not null,
  owner_since timestamptz not null,
  last_activity_at timestamptz,
  next_contact_at timestamptz,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create unique index accounts_uscc on accounts (org_id, uscc) where deleted_at is null and uscc is not null;
create index accounts_newest on accounts (org_id, created_at desc, id desc) where deleted_at is null;
create index accounts_by_owner on accounts (org_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index accounts_by_key on accounts (org_id, company_key);
create index accounts_by_core on accounts (org_id, company_core);
create index accounts_by_phone on accounts (org_id, phone) where phone is not null;
create index accounts_name_grams on accounts using gin (yd_grams(name));
select yd_tenant_table('accounts');

create table contacts (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  title text,
  role text check (role in ('decider', 'influencer', 'user')),
  phone text,
  email text,
  birthday date,
  is_primary boolean not null default false,
  note text,
  -- always the owner of the account, kept equal by every command that moves one of the two
  owner_id uuid not null,
  last_activity_at timestamptz,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, account_id) references accounts (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create unique index contacts_one_primary on contacts (org_id, account_id) where is_primary and deleted_at is null;
create index contacts_newest on contacts (org_id, created_at desc, id desc) where deleted_at is null;
create index contacts_by_owner on contacts (org_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index contacts_by_account on contacts (org_id, account_id);
create index contacts_by_phone on contacts (org_id, phone) where phone is not null;
create index contacts_by_email on contacts (org_id, email) where email is not null;
create index contacts_name_grams on contacts using gin (yd_grams(name));
select yd_tenant_table('contacts');
