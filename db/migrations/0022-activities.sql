-- What was done with customers (calls, visits, meetings, messages, notes) and when each record is due for contact again.

create table activities (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('call', 'visit', 'meeting', 'message', 'note')),
  -- the record it was logged on; its name as it was then
  subject_object text not null,
  subject_id uuid not null,
  subject_name text not null,
  -- every record on whose timeline it belongs: the subject, its account, contact, opportunity
  about uuid[] not null,
  account_id uuid,
  contact_id uuid,
  -- who did it
  owner_id uuid not null,
  content text,
  result text,
  connected boolean,
  duration_seconds integer check (duration_seconds >= 0),
  happened_at timestamptz not null,
  -- written down more than three days later: shown, but moves no clock
  backdated boolean not null default false,
  next_contact_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create index activities_newest on activities (org_id, happened_at desc, id desc) where deleted_at is null;
create index activities_by_owner on activities (org_id, owner_id, happened_at desc, id desc) where deleted_at is null;
create index activities_by_subject on activities (org_id, subject_id, happened_at desc);
create index activities_by_account on activities (org_id, account_id, happened_at desc) where account_id is not null;
create index activities_about on activities using gin (about);
select yd_tenant_table('activities');

-- When a record is due: at most one open row per record. Closed rows stay, the share of slipped ones is counted from them.
create table next_contacts (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  subject_object text not null,
  subject_id uuid not null,
  subject_name text not null,
  account_id uuid,
  due_at timestamptz not null,
  note text,
  -- how often it had been moved on after its day was over
  slips integer not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  closed_at timestamptz,
  outcome text check (outcome in ('done', 'moved', 'dropped')),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint next_contacts_closed check ((closed_at is null) = (outcome is null))
);
create unique index next_contacts_open on next_contacts (org_id, subject_id) where closed_at is null;
create index next_contacts_due on next_contacts (org_id, owner_id, due_at);
select yd_tenant_table('next_contacts');
