-- Ways in from outside (获客): public forms, signed webhooks, mail boxes, and everything that came through them.

-- A link is opened before we know its organisation.
create table capture_addresses (
  address text primary key check (length(address) >= 22),
  org_id uuid not null,
  kind text not null check (kind in ('form', 'webhook')),
  target_id uuid not null
);
grant select, insert, delete on capture_addresses to yingdan_app;

create table capture_forms (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  address text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  -- what is asked, in order: key of the lead catalogue, labels, required
  fields jsonb not null,
  -- heading, introduction, button and thanks in both languages; where to go afterwards
  texts jsonb not null,
  redirect_url text,
  consent_version integer not null default 0,
  channel text not null,
  campaign text,
  owner_id uuid,
  pool_id uuid,
  ends_at timestamptz,
  once_per_device boolean not null default false,
  -- pages that may show the form in a frame, as origins
  origins text[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  foreign key (org_id, pool_id) references lead_pools (org_id, id),
  constraint capture_forms_one_place check (owner_id is null or pool_id is null)
);
create index capture_forms_newest on capture_forms (org_id, created_at desc, id desc) where deleted_at is null;
select yd_tenant_table('capture_forms');

-- The words somebody agreed to: never changed, a new text is a new version.
create table capture_consents (
  org_id uuid not null,
  form_id uuid not null,
  version integer not null,
  text jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, form_id, version),
  foreign key (org_id, form_id) references capture_forms (org_id, id)
);
select yd_tenant_table('capture_consents', 'select, insert');

create table capture_form_days (
  org_id uuid not null,
  form_id uuid not null,
  day date not null,
  opened integer not null default 0,
  submitted integer not null default 0,
  primary key (org_id, form_id, day),
  foreign key (org_id, form_id) references capture_forms (org_id, id)
);
select yd_tenant_table('capture_form_days');

create table capture_sources (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('webhook', 'mail')),
  status text not null default 'open' check (status in ('open', 'closed')),
  address text,
  -- sealed with the server's secret: the signing key of a webhook, the password of a mail box
  secret text,
  settings jsonb not null default '{}',
  -- which place of the payload goes into which field
  mapping jsonb not null default '[]',
  sample jsonb,
  channel text not null,
  campaign text,
  owner_id uuid,
  pool_id uuid,
  last_at timestamptz,
  failure text,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  foreign key (org_id, pool_id) references lead_pools (org_id, id),
  constraint capture_sources_one_place check (owner_id is null or pool_id is null)
);
create index capture_sources_newest on capture_sources (org_id, created_at desc, id desc) where deleted_at is null;
select yd_tenant_table('capture_sources');

-- What came in, exactly as it came. Accepted durably first, made a lead moments later.
create table capture_submissions (
  org_id uuid not null,
  id uuid not null,
  method text not null check (method in ('form', 'webhook', 'mail')),
  -- the form or source it came through
  origin_id uuid not null,
  -- what makes a repeat the same thing: the proof of a form, the id of a delivery, the Message-ID
  external_key text not null,
  device_key text,
  state text not null check (state in ('waiting', 'accepted', 'rejected', 'dismissed')),
  reason text,
  problems jsonb,
  "values" jsonb not null,
  -- company, name, phone, e-mail in one line, for lists
  who text not null default '',
  raw jsonb,
  clicks jsonb not null default '{}',
  consent_version integer,
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  lead_id uuid,
  outcome text check (outcome in ('created', 'touched')),
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id),
  constraint capture_submissions_accepted check ((state = 'accepted') = (lead_id is not null))
);
create unique index capture_submissions_once on capture_submissions (org_id, origin_id, external_key);
create unique index capture_submissions_device on capture_submissions (org_id, origin_id, device_key)
  where device_key is not null and state in ('waiting', 'accepted');
create index capture_submissions_newest on capture_submissions (org_id, received_at desc, id desc);
create index capture_submissions_waiting on capture_submissions (org_id, received_at) where state = 'waiting';
create index capture_submissions_of_lead on capture_submissions (org_id, lead_id) where lead_id is not null;
select yd_tenant_table('capture_submissions');
