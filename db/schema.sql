-- Generated from the migrated database by tools/generate-schema.ts. Do not edit: write a migration.

CREATE OR REPLACE FUNCTION public.yd_campaign_key(input text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select nullif(lower(btrim(regexp_replace(normalize(input, nfkc), '\s+', ' ', 'g'))), '')
$function$;

CREATE OR REPLACE FUNCTION public.yd_contract_hash(org uuid, contract uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(jsonb_build_object(
    'name', c.name, 'account', c.account_id, 'amount', c.amount, 'currency', c.currency,
    'starts', c.starts_on, 'ends', c.ends_on,
    'lines', (select jsonb_agg(jsonb_build_array(l.position, l.product, l.unit, l.quantity, l.price, l.discount_percent, l.amount)
        order by l.position) from contract_lines l where l.org_id = c.org_id and l.contract_id = c.id),
    'plan', (select jsonb_agg(jsonb_build_array(p.position, p.name, p.ratio, p.amount, p.due_on)
        order by p.position) from contract_plan_lines p where p.org_id = c.org_id and p.contract_id = c.id)
  )::text, 'UTF8')), 'hex')
  from contracts c where c.org_id = org and c.id = contract
$function$;

CREATE OR REPLACE FUNCTION public.yd_custom_unique(p_table text, p_field uuid, p_key text, p_on boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET lock_timeout TO '5s'
AS $function$
declare
  v_org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  -- the key is in the name, because a refused row says nothing but the name of the index
  v_name text := 'cu_' || left(p_key, 48) || '_' || left(md5(p_field::text), 10);
begin
  if p_table not in ('accounts', 'contacts', 'contracts', 'leads', 'opportunities') or not exists (
    select from public.custom_fields f
    where f.org_id = v_org and f.id = p_field and f.key = p_key and f.object = p_table) then
    raise exception 'no such custom field';
  end if;
  if p_on then
    -- a digest: values may be longer than an index entry
    execute format(
      'create unique index %I on public.%I (org_id, md5(lower(custom ->> %L))) where org_id = %L and deleted_at is null and custom ->> %L is not null',
      v_name, p_table, p_key, v_org, p_key);
  else
    execute format('drop index if exists public.%I', v_name);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.yd_grams(input text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT LEAKPROOF
AS $function$
declare
  folded text := regexp_replace(lower(normalize(input, nfkc)), '\s+', '', 'g');
  pieces text[] := '{}';
  piece text;
  last integer := length(folded);
begin
  if last = 1 then return array[folded]; end if;
  for i in 1 .. last - 1 loop
    piece := substr(folded, i, 2);
    if piece <> all (pieces) then pieces := pieces || piece; end if;
  end loop;
  return pieces;
end $function$;

CREATE OR REPLACE FUNCTION public.yd_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.yd_part(whole numeric, at bigint, places bigint)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select div(whole * at, places) - div(whole * (at - 1), places)
$function$;

CREATE OR REPLACE FUNCTION public.yd_tenant_table(name regclass, privileges text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', name);
  -- the sub-select makes the setting an InitPlan: read once a statement, not once a row
  execute format('create policy org_wall on %s using (org_id = (select yd_org())) with check (org_id = (select yd_org()))', name);
  execute format('grant %s on %s to yingdan_app', privileges, name);
end $function$;

CREATE OR REPLACE FUNCTION public.yd_today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select (now() at time zone coalesce((select o.zone from orgs o where o.id = yd_org()), 'UTC'))::date
$function$;


create table accounts (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  company_key text not null,
  company_core text not null,
  grade text,
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
  owner_since timestamp with time zone not null,
  last_activity_at timestamp with time zone,
  next_contact_at timestamp with time zone,
  custom jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint accounts_pkey PRIMARY KEY (org_id, id),
  constraint accounts_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint accounts_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'A-'::text, 'B+'::text, 'B'::text, 'C'::text, 'D'::text])))
);
CREATE INDEX accounts_by_core ON public.accounts USING btree (org_id, company_core);
CREATE INDEX accounts_by_key ON public.accounts USING btree (org_id, company_key);
CREATE INDEX accounts_by_owner ON public.accounts USING btree (org_id, owner_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX accounts_by_phone ON public.accounts USING btree (org_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX accounts_name_grams ON public.accounts USING gin (yd_grams(name));
CREATE INDEX accounts_newest ON public.accounts USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX accounts_uscc ON public.accounts USING btree (org_id, uscc) WHERE ((deleted_at IS NULL) AND (uscc IS NOT NULL));
alter table accounts enable row level security;

create table activities (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_object text not null,
  subject_id uuid not null,
  subject_name text not null,
  about uuid[] not null,
  account_id uuid,
  contact_id uuid,
  owner_id uuid not null,
  content text,
  result text,
  connected boolean,
  duration_seconds integer,
  happened_at timestamp with time zone not null,
  backdated boolean default false not null,
  next_contact_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint activities_pkey PRIMARY KEY (org_id, id),
  constraint activities_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint activities_duration_seconds_check CHECK ((duration_seconds >= 0)),
  constraint activities_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'meeting'::text, 'message'::text, 'note'::text])))
);
CREATE INDEX activities_about ON public.activities USING gin (about);
CREATE INDEX activities_by_account ON public.activities USING btree (org_id, account_id, happened_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX activities_by_owner ON public.activities USING btree (org_id, owner_id, happened_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX activities_by_subject ON public.activities USING btree (org_id, subject_id, happened_at DESC);
CREATE INDEX activities_newest ON public.activities USING btree (org_id, happened_at DESC, id DESC) WHERE (deleted_at IS NULL);
alter table activities enable row level security;

create table allocations (
  org_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  receivable_id uuid not null,
  amount numeric(18,2) not null,
  currency character(3) not null,
  allocated_on date not null,
  reverses uuid,
  reason text,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint allocations_pkey PRIMARY KEY (org_id, id),
  constraint allocations_org_id_reverses_key UNIQUE (org_id, reverses),
  constraint allocations_org_id_receipt_id_fkey FOREIGN KEY (org_id, receipt_id) REFERENCES receipts(org_id, id),
  constraint allocations_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES receivables(org_id, id),
  constraint allocations_org_id_reverses_fkey FOREIGN KEY (org_id, reverses) REFERENCES allocations(org_id, id),
  constraint allocations_amount_check CHECK ((amount <> (0)::numeric)),
  constraint allocations_reason CHECK (((reverses IS NULL) OR (reason IS NOT NULL))),
  constraint allocations_reversal CHECK (((amount < (0)::numeric) = (reverses IS NOT NULL)))
);
CREATE INDEX allocations_by_day ON public.allocations USING btree (org_id, allocated_on);
CREATE INDEX allocations_by_receipt ON public.allocations USING btree (org_id, receipt_id);
CREATE INDEX allocations_by_receivable ON public.allocations USING btree (org_id, receivable_id);
alter table allocations enable row level security;

create table api_keys (
  token_hash bytea not null,
  id uuid not null,
  org_id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  scopes text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (token_hash),
  constraint api_keys_id_key UNIQUE (id)
);
CREATE INDEX api_keys_user ON public.api_keys USING btree (org_id, user_id);

create table approvals (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_object text not null,
  subject_id uuid not null,
  title text not null,
  reference text,
  amount numeric(18,2),
  currency character(3),
  snapshot jsonb not null,
  requester_id uuid not null,
  approver_id uuid not null,
  status text default 'pending'::text not null,
  comment text,
  requested_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint approvals_pkey PRIMARY KEY (org_id, id),
  constraint approvals_org_id_approver_id_fkey FOREIGN KEY (org_id, approver_id) REFERENCES users(org_id, id),
  constraint approvals_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES users(org_id, id),
  constraint approvals_org_id_requester_id_fkey FOREIGN KEY (org_id, requester_id) REFERENCES users(org_id, id),
  constraint approvals_decided CHECK (((status = 'pending'::text) = (decided_at IS NULL))),
  constraint approvals_decided_by_approver CHECK (((status <> ALL (ARRAY['approved'::text, 'rejected'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> requester_id)))),
  constraint approvals_not_his_own CHECK ((approver_id <> requester_id)),
  constraint approvals_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX approvals_by_requester ON public.approvals USING btree (org_id, requester_id, requested_at DESC, id DESC);
CREATE INDEX approvals_newest ON public.approvals USING btree (org_id, requested_at DESC, id DESC);
CREATE INDEX approvals_of_subject ON public.approvals USING btree (org_id, subject_object, subject_id, requested_at DESC);
CREATE UNIQUE INDEX approvals_one_open ON public.approvals USING btree (org_id, subject_object, subject_id) WHERE (status = 'pending'::text);
CREATE INDEX approvals_waiting ON public.approvals USING btree (org_id, approver_id, requested_at DESC, id DESC);
alter table approvals enable row level security;

create table assignment_members (
  org_id uuid not null,
  rule_id uuid not null,
  row_no integer default 0 not null,
  user_id uuid not null,
  "position" integer not null,
  weight integer default 1 not null,
  turn bigint default 0 not null,
  credit integer default 0 not null,
  constraint assignment_members_pkey PRIMARY KEY (org_id, rule_id, row_no, user_id),
  constraint assignment_members_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES assignment_rules(org_id, id) ON DELETE CASCADE,
  constraint assignment_members_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id),
  constraint assignment_members_weight_check CHECK (((weight >= 1) AND (weight <= 100)))
);
CREATE INDEX assignment_members_of ON public.assignment_members USING btree (org_id, user_id);
alter table assignment_members enable row level security;

create table assignment_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  "position" integer not null,
  enabled boolean default true not null,
  ways_in text[],
  condition jsonb,
  method text not null,
  table_field text,
  table_rows jsonb,
  pool_id uuid,
  when_nobody text default 'wait'::text not null,
  turn bigint default 0 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint assignment_rules_pkey PRIMARY KEY (org_id, id),
  constraint assignment_rules_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint assignment_rules_method_check CHECK ((method = ANY (ARRAY['user'::text, 'rotation'::text, 'weighted'::text, 'leastLoad'::text, 'table'::text, 'pool'::text]))),
  constraint assignment_rules_when_nobody_check CHECK ((when_nobody = ANY (ARRAY['wait'::text, 'next'::text, 'pool'::text])))
);
CREATE INDEX assignment_rules_in_order ON public.assignment_rules USING btree (org_id, "position", id);
alter table assignment_rules enable row level security;

create table assignment_settings (
  org_id uuid not null,
  settings jsonb not null,
  version integer default 1 not null,
  constraint assignment_settings_pkey PRIMARY KEY (org_id)
);
alter table assignment_settings enable row level security;

create table assignments (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  at timestamp with time zone not null,
  cause text not null,
  from_owner_id uuid,
  to_owner_id uuid,
  to_pool_id uuid,
  rule_id uuid,
  rule_name text,
  reason text,
  why jsonb,
  actor_id uuid,
  constraint assignments_pkey PRIMARY KEY (org_id, id),
  constraint assignments_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id)
);
CREATE INDEX assignments_by_rule ON public.assignments USING btree (org_id, rule_id, at DESC) WHERE (rule_id IS NOT NULL);
CREATE INDEX assignments_of_lead ON public.assignments USING btree (org_id, lead_id, at DESC, id DESC);
alter table assignments enable row level security;

create table campaign_names (
  org_id uuid not null,
  name_key text not null,
  campaign_id uuid not null,
  constraint campaign_names_pkey PRIMARY KEY (org_id, name_key),
  constraint campaign_names_org_id_campaign_id_fkey FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns(org_id, id)
);
CREATE INDEX campaign_names_of ON public.campaign_names USING btree (org_id, campaign_id);
alter table campaign_names enable row level security;

create table campaigns (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  code text,
  channel text not null,
  status text default 'planned'::text not null,
  starts_on date,
  ends_on date,
  budget numeric(18,2),
  note text,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint campaigns_pkey PRIMARY KEY (org_id, id),
  constraint campaigns_budget_check CHECK ((budget >= (0)::numeric)),
  constraint campaigns_period CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
  constraint campaigns_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'cancelled'::text])))
);
CREATE INDEX campaigns_newest ON public.campaigns USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
alter table campaigns enable row level security;

create table capture_addresses (
  address text not null,
  org_id uuid not null,
  kind text not null,
  target_id uuid not null,
  constraint capture_addresses_pkey PRIMARY KEY (address),
  constraint capture_addresses_address_check CHECK ((length(address) >= 22)),
  constraint capture_addresses_kind_check CHECK ((kind = ANY (ARRAY['form'::text, 'webhook'::text])))
);

create table capture_consents (
  org_id uuid not null,
  form_id uuid not null,
  version integer not null,
  text jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint capture_consents_pkey PRIMARY KEY (org_id, form_id, version),
  constraint capture_consents_org_id_form_id_fkey FOREIGN KEY (org_id, form_id) REFERENCES capture_forms(org_id, id)
);
alter table capture_consents enable row level security;

create table capture_form_days (
  org_id uuid not null,
  form_id uuid not null,
  day date not null,
  opened integer default 0 not null,
  submitted integer default 0 not null,
  constraint capture_form_days_pkey PRIMARY KEY (org_id, form_id, day),
  constraint capture_form_days_org_id_form_id_fkey FOREIGN KEY (org_id, form_id) REFERENCES capture_forms(org_id, id)
);
alter table capture_form_days enable row level security;

create table capture_forms (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  address text not null,
  status text default 'open'::text not null,
  fields jsonb not null,
  texts jsonb not null,
  redirect_url text,
  consent_version integer default 0 not null,
  channel text not null,
  campaign text,
  owner_id uuid,
  pool_id uuid,
  ends_at timestamp with time zone,
  once_per_device boolean default false not null,
  origins text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint capture_forms_pkey PRIMARY KEY (org_id, id),
  constraint capture_forms_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint capture_forms_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint capture_forms_one_place CHECK (((owner_id IS NULL) OR (pool_id IS NULL))),
  constraint capture_forms_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX capture_forms_newest ON public.capture_forms USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
alter table capture_forms enable row level security;

create table capture_sources (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  status text default 'open'::text not null,
  address text,
  secret text,
  settings jsonb default '{}'::jsonb not null,
  mapping jsonb default '[]'::jsonb not null,
  sample jsonb,
  channel text not null,
  campaign text,
  owner_id uuid,
  pool_id uuid,
  last_at timestamp with time zone,
  failure text,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint capture_sources_pkey PRIMARY KEY (org_id, id),
  constraint capture_sources_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint capture_sources_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint capture_sources_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'mail'::text]))),
  constraint capture_sources_one_place CHECK (((owner_id IS NULL) OR (pool_id IS NULL))),
  constraint capture_sources_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX capture_sources_newest ON public.capture_sources USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
alter table capture_sources enable row level security;

create table capture_submissions (
  org_id uuid not null,
  id uuid not null,
  method text not null,
  origin_id uuid not null,
  external_key text not null,
  device_key text,
  state text not null,
  reason text,
  problems jsonb,
  "values" jsonb not null,
  who text default ''::text not null,
  raw jsonb,
  clicks jsonb default '{}'::jsonb not null,
  consent_version integer,
  received_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  lead_id uuid,
  outcome text,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint capture_submissions_pkey PRIMARY KEY (org_id, id),
  constraint capture_submissions_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint capture_submissions_accepted CHECK (((state = 'accepted'::text) = (lead_id IS NOT NULL))),
  constraint capture_submissions_method_check CHECK ((method = ANY (ARRAY['form'::text, 'webhook'::text, 'mail'::text]))),
  constraint capture_submissions_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'touched'::text]))),
  constraint capture_submissions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'rejected'::text, 'dismissed'::text])))
);
CREATE UNIQUE INDEX capture_submissions_device ON public.capture_submissions USING btree (org_id, origin_id, device_key) WHERE ((device_key IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'accepted'::text])));
CREATE INDEX capture_submissions_newest ON public.capture_submissions USING btree (org_id, received_at DESC, id DESC);
CREATE INDEX capture_submissions_of_lead ON public.capture_submissions USING btree (org_id, lead_id) WHERE (lead_id IS NOT NULL);
CREATE UNIQUE INDEX capture_submissions_once ON public.capture_submissions USING btree (org_id, origin_id, external_key);
CREATE INDEX capture_submissions_waiting ON public.capture_submissions USING btree (org_id, received_at) WHERE (state = 'waiting'::text);
alter table capture_submissions enable row level security;

create table channel_costs (
  org_id uuid not null,
  id uuid not null,
  channel text not null,
  campaign_id uuid,
  month date not null,
  amount numeric(18,2) not null,
  note text,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint channel_costs_pkey PRIMARY KEY (org_id, id),
  constraint channel_costs_org_id_campaign_id_fkey FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns(org_id, id),
  constraint channel_costs_amount_check CHECK ((amount >= (0)::numeric)),
  constraint channel_costs_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
CREATE INDEX channel_costs_newest ON public.channel_costs USING btree (org_id, month DESC, id DESC);
CREATE INDEX channel_costs_of ON public.channel_costs USING btree (org_id, campaign_id) WHERE (campaign_id IS NOT NULL);
CREATE UNIQUE INDEX channel_costs_once ON public.channel_costs USING btree (org_id, channel, campaign_id, month) NULLS NOT DISTINCT;
alter table channel_costs enable row level security;

create table contacts (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  title text,
  role text,
  phone text,
  email text,
  birthday date,
  is_primary boolean default false not null,
  note text,
  owner_id uuid not null,
  last_activity_at timestamp with time zone,
  custom jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint contacts_pkey PRIMARY KEY (org_id, id),
  constraint contacts_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES accounts(org_id, id),
  constraint contacts_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint contacts_role_check CHECK ((role = ANY (ARRAY['decider'::text, 'influencer'::text, 'user'::text])))
);
CREATE INDEX contacts_by_account ON public.contacts USING btree (org_id, account_id);
CREATE INDEX contacts_by_domain ON public.contacts USING btree (org_id, lower(split_part(email, '@'::text, 2))) WHERE ((deleted_at IS NULL) AND (email IS NOT NULL));
CREATE INDEX contacts_by_email ON public.contacts USING btree (org_id, email) WHERE (email IS NOT NULL);
CREATE INDEX contacts_by_owner ON public.contacts USING btree (org_id, owner_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_by_phone ON public.contacts USING btree (org_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX contacts_name_grams ON public.contacts USING gin (yd_grams(name));
CREATE INDEX contacts_newest ON public.contacts USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX contacts_one_primary ON public.contacts USING btree (org_id, account_id) WHERE (is_primary AND (deleted_at IS NULL));
alter table contacts enable row level security;

create table contract_lines (
  org_id uuid not null,
  contract_id uuid not null,
  "position" integer not null,
  product text not null,
  unit text,
  quantity numeric(14,4) not null,
  price numeric(18,2) not null,
  discount_percent numeric(5,2) default 0 not null,
  amount numeric(18,2) not null,
  constraint contract_lines_pkey PRIMARY KEY (org_id, contract_id, "position"),
  constraint contract_lines_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contracts(org_id, id),
  constraint contract_lines_amount_check CHECK ((amount >= (0)::numeric)),
  constraint contract_lines_discount_percent_check CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric))),
  constraint contract_lines_price_check CHECK ((price >= (0)::numeric)),
  constraint contract_lines_quantity_check CHECK ((quantity > (0)::numeric))
);
alter table contract_lines enable row level security;

create table contract_plan_lines (
  org_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  "position" integer not null,
  name text not null,
  ratio numeric(5,2),
  amount numeric(18,2) not null,
  due_on date not null,
  constraint contract_plan_lines_pkey PRIMARY KEY (org_id, id),
  constraint contract_plan_lines_org_id_contract_id_position_key UNIQUE (org_id, contract_id, "position"),
  constraint contract_plan_lines_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contracts(org_id, id),
  constraint contract_plan_lines_amount_check CHECK ((amount >= (0)::numeric)),
  constraint contract_plan_lines_ratio_check CHECK (((ratio >= (0)::numeric) AND (ratio <= (100)::numeric)))
);
alter table contract_plan_lines enable row level security;

create table contract_series (
  org_id uuid not null,
  year integer not null,
  last integer not null,
  constraint contract_series_pkey PRIMARY KEY (org_id, year),
  constraint contract_series_last_check CHECK ((last > 0))
);
alter table contract_series enable row level security;

create table contracts (
  org_id uuid not null,
  id uuid not null,
  number text,
  name text not null,
  account_id uuid not null,
  opportunity_id uuid,
  status text default 'draft'::text not null,
  amount numeric(18,2) default 0 not null,
  currency character(3) not null,
  signed_on date,
  starts_on date,
  ends_on date,
  note text,
  owner_id uuid not null,
  approval_id uuid,
  approved_hash text,
  void_reason text,
  submitted_at timestamp with time zone,
  activated_at timestamp with time zone,
  custom jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint contracts_pkey PRIMARY KEY (org_id, id),
  constraint contracts_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES accounts(org_id, id),
  constraint contracts_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint contracts_active CHECK (((status = 'active'::text) = (activated_at IS NOT NULL))),
  constraint contracts_active_whole CHECK (((status <> 'active'::text) OR ((number IS NOT NULL) AND (signed_on IS NOT NULL) AND (approved_hash IS NOT NULL) AND (deleted_at IS NULL)))),
  constraint contracts_amount_check CHECK ((amount >= (0)::numeric)),
  constraint contracts_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'inApproval'::text, 'active'::text, 'void'::text]))),
  constraint contracts_term CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)))
);
CREATE INDEX contracts_by_account ON public.contracts USING btree (org_id, account_id);
CREATE INDEX contracts_by_opportunity ON public.contracts USING btree (org_id, opportunity_id) WHERE (opportunity_id IS NOT NULL);
CREATE INDEX contracts_by_owner ON public.contracts USING btree (org_id, owner_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX contracts_name_grams ON public.contracts USING gin (yd_grams(name));
CREATE INDEX contracts_newest ON public.contracts USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX contracts_number ON public.contracts USING btree (org_id, number) WHERE (number IS NOT NULL);
CREATE INDEX contracts_signed ON public.contracts USING btree (org_id, signed_on) WHERE (status = 'active'::text);
alter table contracts enable row level security;

create table custom_fields (
  org_id uuid not null,
  id uuid not null,
  object text not null,
  key text not null,
  type text not null,
  label_zh text not null,
  label_en text not null,
  choices jsonb,
  required boolean default false not null,
  filterable boolean default true not null,
  sortable boolean default true not null,
  "position" integer not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  retired_at timestamp with time zone,
  version integer default 1 not null,
  is_unique boolean default false not null,
  constraint custom_fields_pkey PRIMARY KEY (org_id, id),
  constraint custom_fields_org_id_object_key_key UNIQUE (org_id, object, key)
);
alter table custom_fields enable row level security;

create table duplicate_alarms (
  org_id uuid not null,
  user_id uuid not null,
  day date not null,
  hits integer not null,
  alarmed_at timestamp with time zone,
  constraint duplicate_alarms_pkey PRIMARY KEY (org_id, user_id, day)
);
alter table duplicate_alarms enable row level security;

create table duplicate_groups (
  org_id uuid not null,
  id uuid not null,
  scan_id uuid not null,
  title text not null,
  size integer not null,
  leads integer not null,
  accounts integer not null,
  reasons text[] not null,
  sureness numeric(4,3) not null,
  status text not null,
  signature text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint duplicate_groups_pkey PRIMARY KEY (org_id, id),
  constraint duplicate_groups_size_check CHECK ((size >= 2)),
  constraint duplicate_groups_status_check CHECK ((status = ANY (ARRAY['open'::text, 'dismissed'::text, 'merged'::text])))
);
CREATE INDEX duplicate_groups_newest ON public.duplicate_groups USING btree (org_id, status, sureness DESC, id DESC);
CREATE UNIQUE INDEX duplicate_groups_once ON public.duplicate_groups USING btree (org_id, signature);
alter table duplicate_groups enable row level security;

create table duplicate_lookups (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  entry text not null,
  asked text not null,
  hits integer not null,
  foreign_hits integer not null,
  foreign_records uuid[] not null,
  records uuid[] not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint duplicate_lookups_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX duplicate_lookups_newest ON public.duplicate_lookups USING btree (org_id, created_at DESC, id DESC);
CREATE INDEX duplicate_lookups_of ON public.duplicate_lookups USING btree (org_id, user_id, created_at);
alter table duplicate_lookups enable row level security;

create table duplicate_members (
  org_id uuid not null,
  group_id uuid not null,
  object text not null,
  record_id uuid not null,
  constraint duplicate_members_pkey PRIMARY KEY (org_id, group_id, object, record_id),
  constraint duplicate_members_org_id_group_id_fkey FOREIGN KEY (org_id, group_id) REFERENCES duplicate_groups(org_id, id)
);
CREATE INDEX duplicate_members_of ON public.duplicate_members USING btree (org_id, record_id);
alter table duplicate_members enable row level security;

create table duplicate_merges (
  org_id uuid not null,
  id uuid not null,
  object text not null,
  winner_id uuid not null,
  loser_ids uuid[] not null,
  title text not null,
  before jsonb not null,
  moved jsonb not null,
  undo_until timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint duplicate_merges_pkey PRIMARY KEY (org_id, id),
  constraint duplicate_merges_object_check CHECK ((object = ANY (ARRAY['leads'::text, 'accounts'::text])))
);
CREATE INDEX duplicate_merges_newest ON public.duplicate_merges USING btree (org_id, created_at DESC, id DESC);
CREATE INDEX duplicate_merges_of ON public.duplicate_merges USING btree (org_id, winner_id);
alter table duplicate_merges enable row level security;

create table duplicate_rule_sets (
  org_id uuid not null,
  entry text not null,
  rules jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint duplicate_rule_sets_pkey PRIMARY KEY (org_id, entry),
  constraint duplicate_rule_sets_entry_check CHECK ((entry = ANY (ARRAY['manual'::text, 'import'::text, 'api'::text, 'form'::text, 'call'::text])))
);
alter table duplicate_rule_sets enable row level security;

create table duplicate_scans (
  org_id uuid not null,
  id uuid not null,
  status text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  as_of timestamp with time zone,
  ended_at timestamp with time zone,
  records integer,
  groups integer,
  constraint duplicate_scans_pkey PRIMARY KEY (org_id, id),
  constraint duplicate_scans_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX duplicate_scans_newest ON public.duplicate_scans USING btree (org_id, asked_at DESC);
alter table duplicate_scans enable row level security;

create table duplicate_settings (
  org_id uuid not null,
  shown text[] default '{}'::text[] not null,
  alert_hits integer default 30 not null,
  version integer default 1 not null,
  constraint duplicate_settings_pkey PRIMARY KEY (org_id),
  constraint duplicate_settings_alert_hits_check CHECK ((alert_hits > 0))
);
alter table duplicate_settings enable row level security;

create table duplicate_traits (
  org_id uuid not null,
  object text not null,
  record_id uuid not null,
  version integer not null,
  alive boolean not null,
  core text not null,
  traits jsonb not null,
  blocks integer[] not null,
  constraint duplicate_traits_pkey PRIMARY KEY (org_id, object, record_id),
  constraint duplicate_traits_object_check CHECK ((object = ANY (ARRAY['leads'::text, 'accounts'::text, 'contacts'::text])))
);
CREATE INDEX duplicate_traits_blocks ON public.duplicate_traits USING gin (blocks) WITH (fastupdate=off);
CREATE INDEX duplicate_traits_core ON public.duplicate_traits USING btree (org_id, core text_pattern_ops) WHERE (core <> ''::text);
alter table duplicate_traits enable row level security;

create table event_links (
  org_id uuid not null,
  "position" bigint not null,
  event_id uuid not null,
  event_at timestamp with time zone not null,
  hash bytea not null,
  constraint event_links_pkey PRIMARY KEY (org_id, "position"),
  constraint event_links_org_id_event_id_key UNIQUE (org_id, event_id)
);
alter table event_links enable row level security;

create table events (
  org_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  type text not null,
  object text not null,
  subject_id uuid not null,
  about uuid[] not null,
  actor_id uuid,
  source text not null,
  request_id text,
  changes jsonb,
  data jsonb default '{}'::jsonb not null,
  constraint events_pkey PRIMARY KEY (org_id, at, id)
) partition by range (at);
CREATE INDEX events_about ON ONLY public.events USING gin (about);
CREATE INDEX events_type ON ONLY public.events USING btree (org_id, type, at DESC);
alter table events enable row level security;

create table events_2026_01 partition of events for values from ('2026-01-01 00:00:00+00') to ('2026-02-01 00:00:00+00');

create table events_2026_02 partition of events for values from ('2026-02-01 00:00:00+00') to ('2026-03-01 00:00:00+00');

create table events_2026_03 partition of events for values from ('2026-03-01 00:00:00+00') to ('2026-04-01 00:00:00+00');

create table events_2026_04 partition of events for values from ('2026-04-01 00:00:00+00') to ('2026-05-01 00:00:00+00');

create table events_2026_05 partition of events for values from ('2026-05-01 00:00:00+00') to ('2026-06-01 00:00:00+00');

create table events_2026_06 partition of events for values from ('2026-06-01 00:00:00+00') to ('2026-07-01 00:00:00+00');

create table events_2026_07 partition of events for values from ('2026-07-01 00:00:00+00') to ('2026-08-01 00:00:00+00');

create table events_2026_08 partition of events for values from ('2026-08-01 00:00:00+00') to ('2026-09-01 00:00:00+00');

create table events_2026_09 partition of events for values from ('2026-09-01 00:00:00+00') to ('2026-10-01 00:00:00+00');

create table events_2026_10 partition of events for values from ('2026-10-01 00:00:00+00') to ('2026-11-01 00:00:00+00');

create table events_2026_11 partition of events for values from ('2026-11-01 00:00:00+00') to ('2026-12-01 00:00:00+00');

create table events_2026_12 partition of events for values from ('2026-12-01 00:00:00+00') to ('2027-01-01 00:00:00+00');

create table events_2027_01 partition of events for values from ('2027-01-01 00:00:00+00') to ('2027-02-01 00:00:00+00');

create table events_2027_02 partition of events for values from ('2027-02-01 00:00:00+00') to ('2027-03-01 00:00:00+00');

create table events_2027_03 partition of events for values from ('2027-03-01 00:00:00+00') to ('2027-04-01 00:00:00+00');

create table events_2027_04 partition of events for values from ('2027-04-01 00:00:00+00') to ('2027-05-01 00:00:00+00');

create table events_2027_05 partition of events for values from ('2027-05-01 00:00:00+00') to ('2027-06-01 00:00:00+00');

create table events_2027_06 partition of events for values from ('2027-06-01 00:00:00+00') to ('2027-07-01 00:00:00+00');

create table events_2027_07 partition of events for values from ('2027-07-01 00:00:00+00') to ('2027-08-01 00:00:00+00');

create table events_2027_08 partition of events for values from ('2027-08-01 00:00:00+00') to ('2027-09-01 00:00:00+00');

create table events_2027_09 partition of events for values from ('2027-09-01 00:00:00+00') to ('2027-10-01 00:00:00+00');

create table events_2027_10 partition of events for values from ('2027-10-01 00:00:00+00') to ('2027-11-01 00:00:00+00');

create table events_2027_11 partition of events for values from ('2027-11-01 00:00:00+00') to ('2027-12-01 00:00:00+00');

create table events_2027_12 partition of events for values from ('2027-12-01 00:00:00+00') to ('2028-01-01 00:00:00+00');

create table events_2028_01 partition of events for values from ('2028-01-01 00:00:00+00') to ('2028-02-01 00:00:00+00');

create table events_2028_02 partition of events for values from ('2028-02-01 00:00:00+00') to ('2028-03-01 00:00:00+00');

create table events_2028_03 partition of events for values from ('2028-03-01 00:00:00+00') to ('2028-04-01 00:00:00+00');

create table events_2028_04 partition of events for values from ('2028-04-01 00:00:00+00') to ('2028-05-01 00:00:00+00');

create table events_2028_05 partition of events for values from ('2028-05-01 00:00:00+00') to ('2028-06-01 00:00:00+00');

create table events_2028_06 partition of events for values from ('2028-06-01 00:00:00+00') to ('2028-07-01 00:00:00+00');

create table events_2028_07 partition of events for values from ('2028-07-01 00:00:00+00') to ('2028-08-01 00:00:00+00');

create table events_2028_08 partition of events for values from ('2028-08-01 00:00:00+00') to ('2028-09-01 00:00:00+00');

create table events_2028_09 partition of events for values from ('2028-09-01 00:00:00+00') to ('2028-10-01 00:00:00+00');

create table events_2028_10 partition of events for values from ('2028-10-01 00:00:00+00') to ('2028-11-01 00:00:00+00');

create table events_2028_11 partition of events for values from ('2028-11-01 00:00:00+00') to ('2028-12-01 00:00:00+00');

create table events_2028_12 partition of events for values from ('2028-12-01 00:00:00+00') to ('2029-01-01 00:00:00+00');

create table events_after partition of events for values from ('2029-01-01 00:00:00+00') to (maxvalue);

create table events_before partition of events for values from (minvalue) to ('2026-01-01 00:00:00+00');

create table exports (
  org_id uuid not null,
  id uuid not null,
  list_id text not null,
  object text not null,
  format text not null,
  query jsonb not null,
  columns text[] not null,
  row_count integer not null,
  downloads integer default 0 not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  version integer default 1 not null,
  constraint exports_pkey PRIMARY KEY (org_id, id),
  constraint exports_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES users(org_id, id),
  constraint exports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])))
);
CREATE INDEX exports_by_person ON public.exports USING btree (org_id, created_by, created_at DESC, id DESC);
CREATE INDEX exports_newest ON public.exports USING btree (org_id, created_at DESC, id DESC);
alter table exports enable row level security;

create table files (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  object text,
  subject_id uuid,
  uploaded_by uuid not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint files_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX files_subject ON public.files USING btree (org_id, subject_id) WHERE (deleted_at IS NULL);
alter table files enable row level security;

create table idempotency_keys (
  org_id uuid not null,
  actor_id uuid not null,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  response jsonb not null,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (org_id, actor_id, operation, key)
);
alter table idempotency_keys enable row level security;

create table import_mappings (
  org_id uuid not null,
  object text not null,
  header text not null,
  field text,
  saved_at timestamp with time zone not null,
  constraint import_mappings_pkey PRIMARY KEY (org_id, object, header)
);
alter table import_mappings enable row level security;

create table import_rows (
  org_id uuid not null,
  import_id uuid not null,
  line integer not null,
  cells jsonb not null,
  outcome text,
  reasons jsonb,
  record_id uuid,
  record_version integer,
  before jsonb,
  undo text,
  constraint import_rows_pkey PRIMARY KEY (org_id, import_id, line),
  constraint import_rows_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES imports(org_id, id),
  constraint import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'duplicateInFile'::text, 'duplicateInSystem'::text, 'notFound'::text, 'invalid'::text]))),
  constraint import_rows_undo_check CHECK ((undo = ANY (ARRAY['removed'::text, 'restored'::text, 'kept'::text])))
);
alter table import_rows enable row level security;

create table imports (
  org_id uuid not null,
  id uuid not null,
  object text not null,
  status text not null,
  file_name text not null,
  file_size bigint not null,
  sha256 bytea not null,
  encoding text,
  delimiter text,
  sheet text,
  sheets text[] default '{}'::text[] not null,
  header_line integer not null,
  row_count integer not null,
  columns jsonb not null,
  plan jsonb not null,
  plan_version integer default 0 not null,
  preview jsonb,
  checked integer default 0 not null,
  processed integer default 0 not null,
  last_line integer default 0 not null,
  created integer default 0 not null,
  updated integer default 0 not null,
  skipped integer default 0 not null,
  failed integer default 0 not null,
  removed integer default 0 not null,
  restored integer default 0 not null,
  kept integer default 0 not null,
  undone_line integer default 0 not null,
  stop_asked boolean default false not null,
  failure text,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  version integer default 1 not null,
  constraint imports_pkey PRIMARY KEY (org_id, id),
  constraint imports_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES users(org_id, id),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX imports_by_person ON public.imports USING btree (org_id, created_by, created_at DESC, id DESC);
CREATE INDEX imports_newest ON public.imports USING btree (org_id, created_at DESC, id DESC);
CREATE INDEX imports_same_file ON public.imports USING btree (org_id, sha256, created_at);
alter table imports enable row level security;

create table lead_caps (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  ref_id uuid not null,
  cap integer not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint lead_caps_pkey PRIMARY KEY (org_id, id),
  constraint lead_caps_org_id_kind_ref_id_key UNIQUE (org_id, kind, ref_id),
  constraint lead_caps_cap_check CHECK ((cap >= 0)),
  constraint lead_caps_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'role'::text, 'team'::text])))
);
alter table lead_caps enable row level security;

create table lead_conversions (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  account_id uuid not null,
  contact_id uuid,
  opportunity_id uuid,
  account_made boolean not null,
  contact_made boolean not null,
  status_before text not null,
  at timestamp with time zone not null,
  by_id uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint lead_conversions_pkey PRIMARY KEY (org_id, id),
  constraint lead_conversions_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id)
);
CREATE UNIQUE INDEX lead_conversions_standing ON public.lead_conversions USING btree (org_id, lead_id) WHERE (undone_at IS NULL);
alter table lead_conversions enable row level security;

create table lead_holders (
  org_id uuid not null,
  user_id uuid not null,
  held integer default 0 not null,
  constraint lead_holders_pkey PRIMARY KEY (org_id, user_id),
  constraint lead_holders_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id),
  constraint lead_holders_held_check CHECK ((held >= 0))
);
alter table lead_holders enable row level security;

create table lead_places (
  org_id uuid not null,
  lead_id uuid not null,
  seq integer not null,
  owner_id uuid,
  pool_id uuid,
  since timestamp with time zone not null,
  until timestamp with time zone,
  cause text not null,
  reason text,
  actor_id uuid,
  note text,
  previous_owner_id uuid,
  from_pool_id uuid,
  rule_id uuid,
  terms jsonb,
  constraint lead_places_pkey PRIMARY KEY (org_id, lead_id, seq),
  constraint lead_places_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint lead_places_one_place CHECK (((owner_id IS NULL) <> (pool_id IS NULL)))
);
CREATE INDEX lead_places_claims ON public.lead_places USING btree (org_id, owner_id, since) WHERE (cause = 'claimed'::text);
CREATE UNIQUE INDEX lead_places_open ON public.lead_places USING btree (org_id, lead_id) WHERE (until IS NULL);
alter table lead_places enable row level security;

create table lead_policies (
  org_id uuid not null,
  private_cap integer default 50 not null,
  follow_up_days integer default 7 not null,
  exclude_converted boolean default true not null,
  exclude_invalid boolean default true not null,
  exclude_dealt boolean default true not null,
  version integer default 1 not null,
  protected_at_most integer default 5 not null,
  protect_days integer default 90 not null,
  protect_renewals integer default 2 not null,
  constraint lead_policies_pkey PRIMARY KEY (org_id),
  constraint lead_policies_follow_up_days_check CHECK ((follow_up_days > 0)),
  constraint lead_policies_private_cap_check CHECK ((private_cap >= 0)),
  constraint lead_policies_protect_days_check CHECK ((protect_days > 0)),
  constraint lead_policies_protect_renewals_check CHECK ((protect_renewals >= 0)),
  constraint lead_policies_protected_at_most_check CHECK ((protected_at_most >= 0))
);
alter table lead_policies enable row level security;

create table lead_pool_members (
  org_id uuid not null,
  pool_id uuid not null,
  user_id uuid not null,
  constraint lead_pool_members_pkey PRIMARY KEY (org_id, pool_id, user_id),
  constraint lead_pool_members_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint lead_pool_members_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id)
);
alter table lead_pool_members enable row level security;

create table lead_pool_scopes (
  org_id uuid not null,
  pool_id uuid not null,
  kind text not null,
  ref_id uuid not null,
  is_admin boolean default false not null,
  constraint lead_pool_scopes_pkey PRIMARY KEY (org_id, pool_id, kind, ref_id, is_admin),
  constraint lead_pool_scopes_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint lead_pool_scopes_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'role'::text, 'team'::text])))
);
CREATE INDEX lead_pool_scopes_of ON public.lead_pool_scopes USING btree (org_id, kind, ref_id);
alter table lead_pool_scopes enable row level security;

create table lead_pools (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  is_default boolean default false not null,
  open_to_all boolean default true not null,
  daily_quota integer default 20 not null,
  cooldown_days integer default 7 not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  mode text default 'claim'::text not null,
  active boolean default true not null,
  hidden_fields text[] default '{}'::text[] not null,
  cooldown_hours integer,
  protect_hours integer default 0 not null,
  claim_window jsonb,
  view_quota integer,
  retention integer,
  deleted_at timestamp with time zone,
  constraint lead_pools_pkey PRIMARY KEY (org_id, id),
  constraint lead_pools_cooldown_days_check CHECK ((cooldown_days >= 0)),
  constraint lead_pools_cooldown_hours_check CHECK ((cooldown_hours >= 0)),
  constraint lead_pools_daily_quota_check CHECK ((daily_quota >= 0)),
  constraint lead_pools_default_open CHECK (((NOT is_default) OR (active AND (deleted_at IS NULL)))),
  constraint lead_pools_mode_check CHECK ((mode = ANY (ARRAY['claim'::text, 'assign'::text]))),
  constraint lead_pools_protect_hours_check CHECK ((protect_hours >= 0)),
  constraint lead_pools_removed CHECK (((deleted_at IS NULL) OR (NOT active))),
  constraint lead_pools_retention_check CHECK ((retention >= 0)),
  constraint lead_pools_view_quota_check CHECK ((view_quota >= 0))
);
CREATE UNIQUE INDEX lead_pools_name ON public.lead_pools USING btree (org_id, name) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX lead_pools_one_default ON public.lead_pools USING btree (org_id) WHERE is_default;
alter table lead_pools enable row level security;

create table lead_scores (
  org_id uuid not null,
  lead_id uuid not null,
  at timestamp with time zone not null,
  score integer not null,
  band text not null,
  source text not null,
  reasons jsonb not null,
  constraint lead_scores_pkey PRIMARY KEY (org_id, lead_id, at),
  constraint lead_scores_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint lead_scores_band_check CHECK ((band = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint lead_scores_score_check CHECK (((score >= 0) AND (score <= 100))),
  constraint lead_scores_source_check CHECK ((source = ANY (ARRAY['rules'::text, 'model'::text])))
);
alter table lead_scores enable row level security;

create table lead_touches (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  at timestamp with time zone not null,
  method text not null,
  via text,
  channel text not null,
  campaign text,
  last_click jsonb default '{}'::jsonb not null,
  first_click jsonb default '{}'::jsonb not null,
  submission_id uuid,
  consent jsonb,
  constraint lead_touches_pkey PRIMARY KEY (org_id, id),
  constraint lead_touches_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id)
);
CREATE INDEX lead_touches_of ON public.lead_touches USING btree (org_id, lead_id, at);
CREATE UNIQUE INDEX lead_touches_once ON public.lead_touches USING btree (org_id, submission_id) WHERE (submission_id IS NOT NULL);
alter table lead_touches enable row level security;

create table lead_views (
  org_id uuid not null,
  user_id uuid not null,
  seen_on date not null,
  lead_id uuid not null,
  pool_id uuid not null,
  constraint lead_views_pkey PRIMARY KEY (org_id, user_id, seen_on, lead_id),
  constraint lead_views_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint lead_views_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id)
);
alter table lead_views enable row level security;

create table leads (
  org_id uuid not null,
  id uuid not null,
  company text not null,
  company_key text not null,
  contact_name text,
  phone text,
  mobile_key text,
  email text,
  title text,
  channel text not null,
  campaign text,
  region text,
  industry text,
  registered_capital numeric(18,2),
  staff_count integer,
  expected_amount numeric(18,2),
  currency character(3) not null,
  class text,
  note text,
  status text not null,
  invalid_reason text,
  owner_id uuid,
  owner_since timestamp with time zone,
  pool_id uuid,
  pool_since timestamp with time zone,
  captured_at timestamp with time zone not null,
  capture_method text not null,
  raw jsonb,
  first_response_at timestamp with time zone,
  last_activity_at timestamp with time zone,
  next_contact_at timestamp with time zone,
  converted_at timestamp with time zone,
  account_id uuid,
  contact_id uuid,
  opportunity_id uuid,
  custom jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  last_effective_at timestamp with time zone,
  from_pool_id uuid,
  previous_owner_id uuid,
  return_reason text,
  return_note text,
  returned_by uuid,
  returned_at timestamp with time zone,
  times_returned integer default 0 not null,
  nurture_days integer,
  nurture_since timestamp with time zone,
  nurture_note text,
  uscc text,
  merged_into uuid,
  class_rule_id uuid,
  score integer default 0 not null,
  score_band text default 'D'::text not null,
  score_source text,
  score_reasons jsonb default '[]'::jsonb not null,
  scored_at timestamp with time zone,
  recycle_rule_id uuid,
  recycle_by text,
  recycle_days integer,
  recycle_zone text,
  recycle_pool_id uuid,
  recycle_not_before date,
  recycle_left integer,
  recycle_seen integer,
  protected_until date,
  protected_at timestamp with time zone,
  protected_owner_id uuid,
  protected_by uuid,
  protect_renewals integer default 0 not null,
  recycle_due_on date generated always as (
CASE
    WHEN ((owner_id IS NOT NULL) AND (deleted_at IS NULL) AND (status = ANY (ARRAY['pending'::text, 'following'::text]))) THEN GREATEST(((((GREATEST(owner_since,
    CASE
        WHEN (recycle_by = 'notFollowed'::text) THEN last_effective_at
        ELSE NULL::timestamp with time zone
    END) AT TIME ZONE recycle_zone))::date + recycle_days) + 1),
    CASE
        WHEN (recycle_days IS NOT NULL) THEN recycle_not_before
        ELSE NULL::date
    END)
    ELSE NULL::date
END) stored,
  constraint leads_pkey PRIMARY KEY (org_id, id),
  constraint leads_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint leads_org_id_pool_id_fkey FOREIGN KEY (org_id, pool_id) REFERENCES lead_pools(org_id, id),
  constraint leads_class_check CHECK ((class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint leads_converted CHECK (((status = 'converted'::text) = (converted_at IS NOT NULL))),
  constraint leads_merged_is_gone CHECK (((merged_into IS NULL) OR (deleted_at IS NOT NULL))),
  constraint leads_nurture_days_check CHECK ((nurture_days > 0)),
  constraint leads_one_place CHECK (((owner_id IS NULL) <> (pool_id IS NULL))),
  constraint leads_recycle_by_check CHECK ((recycle_by = ANY (ARRAY['notFollowed'::text, 'notConverted'::text]))),
  constraint leads_recycle_days_check CHECK ((recycle_days >= 0)),
  constraint leads_score CHECK (((score >= 0) AND (score <= 100))),
  constraint leads_score_band CHECK ((score_band = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint leads_score_source CHECK ((score_source = ANY (ARRAY['rules'::text, 'model'::text]))),
  constraint leads_status_check CHECK ((status = ANY (ARRAY['unassigned'::text, 'pending'::text, 'following'::text, 'converted'::text, 'invalid'::text])))
);
CREATE INDEX leads_by_account ON public.leads USING btree (org_id, account_id, converted_at, id) WHERE (account_id IS NOT NULL);
CREATE INDEX leads_by_captured ON public.leads USING btree (org_id, captured_at);
CREATE INDEX leads_by_email ON public.leads USING btree (org_id, email) WHERE (email IS NOT NULL);
CREATE INDEX leads_by_key ON public.leads USING btree (org_id, company_key);
CREATE INDEX leads_by_owner ON public.leads USING btree (org_id, owner_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX leads_by_pool ON public.leads USING btree (org_id, pool_id, pool_since DESC, id DESC) WHERE ((deleted_at IS NULL) AND (pool_id IS NOT NULL));
CREATE INDEX leads_by_recycle_due ON public.leads USING btree (org_id, recycle_due_on, owner_id) WHERE (recycle_due_on IS NOT NULL);
CREATE INDEX leads_by_score ON public.leads USING btree (org_id, score DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX leads_company_grams ON public.leads USING gin (yd_grams(company));
CREATE INDEX leads_held_by_domain ON public.leads USING btree (org_id, lower(split_part(email, '@'::text, 2))) WHERE ((owner_id IS NOT NULL) AND (deleted_at IS NULL) AND (email IS NOT NULL));
CREATE INDEX leads_merged_into ON public.leads USING btree (org_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX leads_mobile ON public.leads USING btree (org_id, mobile_key) WHERE ((deleted_at IS NULL) AND (mobile_key IS NOT NULL));
CREATE INDEX leads_newest ON public.leads USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX leads_nurtured ON public.leads USING btree (org_id, owner_id, next_contact_at) WHERE ((nurture_since IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX leads_protected ON public.leads USING btree (org_id, protected_owner_id) WHERE (protected_until IS NOT NULL);
CREATE UNIQUE INDEX leads_uscc ON public.leads USING btree (org_id, uscc) WHERE ((deleted_at IS NULL) AND (uscc IS NOT NULL));
alter table leads enable row level security;

create table leaves (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  from_on date not null,
  to_on date not null,
  note text,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint leaves_pkey PRIMARY KEY (org_id, id),
  constraint leaves_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id),
  constraint leaves_forward CHECK ((to_on >= from_on))
);
CREATE INDEX leaves_by_day ON public.leaves USING btree (org_id, to_on);
CREATE INDEX leaves_of ON public.leaves USING btree (org_id, user_id, to_on);
alter table leaves enable row level security;

create table login_failures (
  email text not null,
  ip text not null,
  kind text not null,
  at timestamp with time zone not null,
  constraint login_failures_kind_check CHECK ((kind = ANY (ARRAY['password'::text, 'code'::text])))
);
CREATE INDEX login_failures_by_email ON public.login_failures USING btree (email, at);
CREATE INDEX login_failures_by_ip ON public.login_failures USING btree (ip, at);

create table login_places (
  email text not null,
  ip text not null,
  at timestamp with time zone not null,
  constraint login_places_pkey PRIMARY KEY (email, ip)
);

create table login_tokens (
  token_hash bytea not null,
  purpose text not null,
  org_id uuid not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint login_tokens_pkey PRIMARY KEY (token_hash),
  constraint login_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['invite'::text, 'reset'::text])))
);
CREATE INDEX login_tokens_user ON public.login_tokens USING btree (org_id, user_id);

create table logins (
  email text not null,
  org_id uuid not null,
  user_id uuid not null,
  password_hash text,
  must_change_password boolean default false not null,
  totp_secret text,
  totp_enabled_at timestamp with time zone,
  totp_last_step bigint,
  recovery_hashes text[] default '{}'::text[] not null,
  disabled_at timestamp with time zone,
  password_changed_at timestamp with time zone,
  constraint logins_pkey PRIMARY KEY (email),
  constraint logins_org_id_user_id_key UNIQUE (org_id, user_id)
);

create table mails (
  org_id uuid not null,
  id uuid not null,
  recipients text[] not null,
  reply_to text,
  subject text not null,
  body text not null,
  html text,
  subject_id uuid,
  status text default 'waiting'::text not null,
  attempts integer default 0 not null,
  error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint mails_pkey PRIMARY KEY (org_id, id),
  constraint mails_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX mails_unsent ON public.mails USING btree (org_id, created_at) WHERE (status <> 'sent'::text);
alter table mails enable row level security;

create table migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table next_contacts (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  subject_object text not null,
  subject_id uuid not null,
  subject_name text not null,
  account_id uuid,
  due_at timestamp with time zone not null,
  note text,
  slips integer default 0 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  closed_at timestamp with time zone,
  outcome text,
  constraint next_contacts_pkey PRIMARY KEY (org_id, id),
  constraint next_contacts_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint next_contacts_closed CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint next_contacts_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'moved'::text, 'dropped'::text])))
);
CREATE INDEX next_contacts_due ON public.next_contacts USING btree (org_id, owner_id, due_at);
CREATE UNIQUE INDEX next_contacts_open ON public.next_contacts USING btree (org_id, subject_id) WHERE (closed_at IS NULL);
alter table next_contacts enable row level security;

create table notifications (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  object text not null,
  record_id uuid not null,
  title_zh text not null,
  title_en text not null,
  fact_id uuid,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  done_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  constraint notifications_pkey PRIMARY KEY (org_id, id),
  constraint notifications_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id),
  constraint notifications_done_is_read CHECK (((done_at IS NULL) OR (read_at IS NOT NULL)))
);
CREATE INDEX notifications_of_record ON public.notifications USING btree (org_id, user_id, object, record_id);
CREATE UNIQUE INDEX notifications_once ON public.notifications USING btree (org_id, user_id, fact_id, kind) WHERE (fact_id IS NOT NULL);
CREATE INDEX notifications_open ON public.notifications USING btree (org_id, user_id, created_at DESC, id DESC) WHERE (done_at IS NULL);
CREATE INDEX notifications_unread ON public.notifications USING btree (org_id, user_id) WHERE (read_at IS NULL);
alter table notifications enable row level security;

create table opportunities (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  account_id uuid not null,
  contact_id uuid,
  amount numeric(18,2) not null,
  currency character(3) not null,
  expected_close_on date,
  stage text not null,
  status text not null,
  win_rate numeric(5,2) not null,
  stage_since timestamp with time zone not null,
  stage_seq integer default 1 not null,
  postponed integer default 0 not null,
  owner_id uuid not null,
  channel text,
  lead_id uuid,
  lost_reason text,
  competitor text,
  note text,
  last_activity_at timestamp with time zone,
  next_contact_at timestamp with time zone,
  closed_at timestamp with time zone,
  custom jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint opportunities_pkey PRIMARY KEY (org_id, id),
  constraint opportunities_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES accounts(org_id, id),
  constraint opportunities_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES contacts(org_id, id),
  constraint opportunities_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint opportunities_amount_check CHECK ((amount >= (0)::numeric)),
  constraint opportunities_closed CHECK (((status = 'open'::text) = (closed_at IS NULL))),
  constraint opportunities_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text, 'invalid'::text]))),
  constraint opportunities_win_rate_check CHECK (((win_rate >= (0)::numeric) AND (win_rate <= (100)::numeric)))
);
CREATE INDEX opportunities_board ON public.opportunities USING btree (org_id, stage, expected_close_on, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunities_by_account ON public.opportunities USING btree (org_id, account_id);
CREATE INDEX opportunities_by_contact ON public.opportunities USING btree (org_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX opportunities_by_owner ON public.opportunities USING btree (org_id, owner_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX opportunities_closed_on ON public.opportunities USING btree (org_id, stage, closed_at DESC, id DESC) WHERE ((deleted_at IS NULL) AND (closed_at IS NOT NULL));
CREATE INDEX opportunities_closings ON public.opportunities USING btree (org_id, stage, closed_at) INCLUDE (owner_id, amount, win_rate) WHERE ((deleted_at IS NULL) AND (closed_at IS NOT NULL));
CREATE INDEX opportunities_name_grams ON public.opportunities USING gin (yd_grams(name));
CREATE INDEX opportunities_newest ON public.opportunities USING btree (org_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX opportunities_own_board ON public.opportunities USING btree (org_id, owner_id, stage, expected_close_on, id) WHERE (deleted_at IS NULL);
alter table opportunities enable row level security;

create table opportunity_moves (
  org_id uuid not null,
  opportunity_id uuid not null,
  seq integer not null,
  from_stage text,
  to_stage text not null,
  direction text not null,
  skipped integer default 0 not null,
  at timestamp with time zone not null,
  actor_id uuid,
  amount numeric(18,2) not null,
  win_rate numeric(5,2) not null,
  days_in_stage integer default 0 not null,
  reason text,
  constraint opportunity_moves_pkey PRIMARY KEY (org_id, opportunity_id, seq),
  constraint opportunity_moves_org_id_opportunity_id_fkey FOREIGN KEY (org_id, opportunity_id) REFERENCES opportunities(org_id, id),
  constraint opportunity_moves_days_in_stage_check CHECK ((days_in_stage >= 0)),
  constraint opportunity_moves_direction_check CHECK ((direction = ANY (ARRAY['created'::text, 'forward'::text, 'backward'::text, 'won'::text, 'lost'::text, 'invalid'::text, 'reopened'::text])))
);
CREATE INDEX opportunity_moves_at ON public.opportunity_moves USING btree (org_id, at);
alter table opportunity_moves enable row level security;

create table opportunity_stages (
  org_id uuid not null,
  key text not null,
  name_zh text not null,
  name_en text not null,
  win_rate numeric(5,2) not null,
  kind text not null,
  "position" integer not null,
  constraint opportunity_stages_pkey PRIMARY KEY (org_id, key),
  constraint opportunity_stages_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text, 'invalid'::text]))),
  constraint opportunity_stages_win_rate_check CHECK (((win_rate >= (0)::numeric) AND (win_rate <= (100)::numeric)))
);
alter table opportunity_stages enable row level security;

create table opportunity_totals (
  org_id uuid not null,
  owner_id uuid not null,
  stage text not null,
  count bigint not null,
  amount numeric(18,2) not null,
  weighted numeric(18,2) not null,
  constraint opportunity_totals_pkey PRIMARY KEY (org_id, owner_id, stage)
);
alter table opportunity_totals enable row level security;

create table orgs (
  id uuid not null,
  name text not null,
  zone text default 'Asia/Shanghai'::text not null,
  currency character(3) default 'CNY'::bpchar not null,
  locale text default 'zh-CN'::text not null,
  stamp bigint default 1 not null,
  settings jsonb default '{}'::jsonb not null,
  demo boolean default false not null,
  created_at timestamp with time zone default now() not null,
  constraint orgs_pkey PRIMARY KEY (id)
);

create table outbox (
  event_id uuid not null,
  org_id uuid not null,
  at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY (event_id)
);

create table reaction_failures (
  org_id uuid not null,
  reaction text not null,
  "position" bigint not null,
  attempts integer not null,
  error text not null,
  at timestamp with time zone not null,
  dead boolean default false not null,
  constraint reaction_failures_pkey PRIMARY KEY (org_id, reaction, "position")
);
alter table reaction_failures enable row level security;

create table reaction_positions (
  org_id uuid not null,
  reaction text not null,
  "position" bigint default 0 not null,
  constraint reaction_positions_pkey PRIMARY KEY (org_id, reaction)
);
alter table reaction_positions enable row level security;

create table receipt_series (
  org_id uuid not null,
  year integer not null,
  last integer not null,
  constraint receipt_series_pkey PRIMARY KEY (org_id, year),
  constraint receipt_series_last_check CHECK ((last > 0))
);
alter table receipt_series enable row level security;

create table receipts (
  org_id uuid not null,
  id uuid not null,
  number text not null,
  account_id uuid not null,
  payer text not null,
  amount numeric(18,2) not null,
  allocated numeric(18,2) default 0 not null,
  reversed numeric(18,2) default 0 not null,
  reverses uuid,
  currency character(3) not null,
  bank_date date not null,
  bank_account text default ''::text not null,
  reference text,
  method text not null,
  memo text,
  reason text,
  owner_id uuid not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint receipts_pkey PRIMARY KEY (org_id, id),
  constraint receipts_org_id_number_key UNIQUE (org_id, number),
  constraint receipts_org_id_reverses_key UNIQUE (org_id, reverses),
  constraint receipts_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES accounts(org_id, id),
  constraint receipts_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint receipts_org_id_reverses_fkey FOREIGN KEY (org_id, reverses) REFERENCES receipts(org_id, id),
  constraint receipts_amount_check CHECK ((amount <> (0)::numeric)),
  constraint receipts_not_overused CHECK (((allocated >= (0)::numeric) AND (reversed >= (0)::numeric) AND (((allocated + reversed) <= amount) OR ((amount < (0)::numeric) AND ((allocated + reversed) = (0)::numeric))))),
  constraint receipts_reversal CHECK (((amount < (0)::numeric) = (reverses IS NOT NULL)))
);
CREATE INDEX receipts_by_account ON public.receipts USING btree (org_id, account_id, bank_date DESC);
CREATE INDEX receipts_by_owner ON public.receipts USING btree (org_id, owner_id, bank_date DESC, id DESC);
CREATE INDEX receipts_newest ON public.receipts USING btree (org_id, bank_date DESC, id DESC);
CREATE INDEX receipts_open ON public.receipts USING btree (org_id, bank_date DESC, id DESC) WHERE (amount > (allocated + reversed));
CREATE UNIQUE INDEX receipts_reference ON public.receipts USING btree (org_id, bank_account, reference) WHERE ((reference IS NOT NULL) AND (reverses IS NULL) AND (reversed = (0)::numeric));
alter table receipts enable row level security;

create table receivables (
  org_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  plan_line_id uuid not null,
  account_id uuid not null,
  "position" integer not null,
  name text not null,
  amount numeric(18,2) not null,
  allocated numeric(18,2) default 0 not null,
  currency character(3) not null,
  due_on date not null,
  owner_id uuid not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint receivables_pkey PRIMARY KEY (org_id, id),
  constraint receivables_org_id_plan_line_id_key UNIQUE (org_id, plan_line_id),
  constraint receivables_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES accounts(org_id, id),
  constraint receivables_org_id_contract_id_fkey FOREIGN KEY (org_id, contract_id) REFERENCES contracts(org_id, id),
  constraint receivables_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint receivables_org_id_plan_line_id_fkey FOREIGN KEY (org_id, plan_line_id) REFERENCES contract_plan_lines(org_id, id),
  constraint receivables_amount_check CHECK ((amount > (0)::numeric)),
  constraint receivables_not_overpaid CHECK (((allocated >= (0)::numeric) AND (allocated <= amount)))
);
CREATE INDEX receivables_by_account ON public.receivables USING btree (org_id, account_id, due_on);
CREATE INDEX receivables_by_contract ON public.receivables USING btree (org_id, contract_id, "position");
CREATE INDEX receivables_by_due ON public.receivables USING btree (org_id, due_on, id);
CREATE INDEX receivables_by_owner ON public.receivables USING btree (org_id, owner_id, due_on, id);
CREATE INDEX receivables_open ON public.receivables USING btree (org_id, due_on, id) WHERE (allocated < amount);
alter table receivables enable row level security;

create table recycle_digests (
  org_id uuid not null,
  user_id uuid not null,
  day date not null,
  leads integer not null,
  created_at timestamp with time zone not null,
  constraint recycle_digests_pkey PRIMARY KEY (org_id, user_id, day),
  constraint recycle_digests_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id)
);
alter table recycle_digests enable row level security;

create table recycle_policies (
  org_id uuid not null,
  enabled boolean default false not null,
  live jsonb,
  draft jsonb not null,
  version integer default 1 not null,
  clocked integer default 0 not null,
  paused_on date,
  first_night date,
  changed_at timestamp with time zone,
  changed_by uuid,
  constraint recycle_policies_pkey PRIMARY KEY (org_id)
);
alter table recycle_policies enable row level security;

create table recycle_run_leads (
  org_id uuid not null,
  run_id uuid not null,
  lead_id uuid not null,
  owner_id uuid not null,
  rule_id uuid,
  pool_id uuid,
  due_on date not null,
  outcome text not null,
  reason text,
  decided_at timestamp with time zone not null,
  constraint recycle_run_leads_pkey PRIMARY KEY (org_id, run_id, lead_id),
  constraint recycle_run_leads_org_id_run_id_fkey FOREIGN KEY (org_id, run_id) REFERENCES recycle_runs(org_id, id),
  constraint recycle_run_leads_outcome_check CHECK ((outcome = ANY (ARRAY['planned'::text, 'recycled'::text, 'skipped'::text, 'failed'::text])))
);
CREATE INDEX recycle_run_leads_open ON public.recycle_run_leads USING btree (org_id, run_id, owner_id, lead_id) WHERE (outcome = 'planned'::text);
CREATE INDEX recycle_run_leads_outcome ON public.recycle_run_leads USING btree (org_id, run_id, outcome, lead_id);
alter table recycle_run_leads enable row level security;

create table recycle_runs (
  org_id uuid not null,
  id uuid not null,
  night date not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  examined integer not null,
  constraint recycle_runs_pkey PRIMARY KEY (org_id, id),
  constraint recycle_runs_org_id_night_key UNIQUE (org_id, night)
);
alter table recycle_runs enable row level security;

create table recycle_simulations (
  org_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint recycle_simulations_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX recycle_simulations_seen ON public.recycle_simulations USING btree (org_id, fingerprint, created_at);
alter table recycle_simulations enable row level security;

create table response_timers (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  owner_id uuid not null,
  channel text not null,
  policy text not null,
  minutes integer not null,
  at_last text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  escalate_at timestamp with time zone not null,
  reassign_at timestamp with time zone not null,
  next_at timestamp with time zone,
  breached_at timestamp with time zone,
  escalated_at timestamp with time zone,
  reassigned_at timestamp with time zone,
  responded_at timestamp with time zone,
  logged_at timestamp with time zone,
  closed_at timestamp with time zone,
  outcome text,
  version integer default 1 not null,
  constraint response_timers_pkey PRIMARY KEY (org_id, id),
  constraint response_timers_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint response_timers_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint response_timers_at_last_check CHECK ((at_last = ANY (ARRAY['rule'::text, 'pool'::text, 'nothing'::text]))),
  constraint response_timers_ended CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint response_timers_minutes_check CHECK ((minutes > 0)),
  constraint response_timers_outcome_check CHECK ((outcome = ANY (ARRAY['responded'::text, 'moved'::text, 'closed'::text]))),
  constraint response_timers_responded CHECK (((outcome = 'responded'::text) = (responded_at IS NOT NULL)))
);
CREATE INDEX response_timers_by_owner ON public.response_timers USING btree (org_id, owner_id, started_at DESC, id DESC);
CREATE INDEX response_timers_newest ON public.response_timers USING btree (org_id, started_at DESC, id DESC);
CREATE INDEX response_timers_next ON public.response_timers USING btree (org_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX response_timers_of_lead ON public.response_timers USING btree (org_id, lead_id, started_at DESC);
CREATE UNIQUE INDEX response_timers_running ON public.response_timers USING btree (org_id, lead_id) WHERE (closed_at IS NULL);
alter table response_timers enable row level security;

create table roles (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  name_en text not null,
  permissions text[] not null,
  scopes jsonb default '{}'::jsonb not null,
  field_rights jsonb default '{}'::jsonb not null,
  built_in boolean default false not null,
  preset_seen jsonb default '{"scopes": {}, "permissions": []}'::jsonb not null,
  version integer default 1 not null,
  constraint roles_pkey PRIMARY KEY (org_id, id),
  constraint roles_org_id_key_key UNIQUE (org_id, key)
);
alter table roles enable row level security;

create table saved_views (
  org_id uuid not null,
  id uuid not null,
  list_id text not null,
  owner_id uuid not null,
  name text not null,
  shared boolean default false not null,
  condition jsonb,
  sort text[] default '{}'::text[] not null,
  layout jsonb,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint saved_views_pkey PRIMARY KEY (org_id, id),
  constraint saved_views_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id)
);
CREATE INDEX saved_views_by_owner ON public.saved_views USING btree (org_id, owner_id, list_id) WHERE (deleted_at IS NULL);
CREATE INDEX saved_views_shared ON public.saved_views USING btree (org_id, list_id) WHERE ((deleted_at IS NULL) AND shared);
alter table saved_views enable row level security;

create table scoring_models (
  org_id uuid not null,
  id uuid not null,
  trained_at timestamp with time zone not null,
  trained_until timestamp with time zone,
  converted integer not null,
  lost integer not null,
  unusable text,
  model jsonb,
  report jsonb,
  constraint scoring_models_pkey PRIMARY KEY (org_id, id),
  constraint scoring_models_unusable_check CHECK ((unusable = ANY (ARRAY['too_few'::text, 'worse_than_base'::text])))
);
CREATE INDEX scoring_models_newest ON public.scoring_models USING btree (org_id, trained_at DESC);
alter table scoring_models enable row level security;

create table scoring_rule_sets (
  org_id uuid not null,
  kind text not null,
  rules jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint scoring_rule_sets_pkey PRIMARY KEY (org_id, kind),
  constraint scoring_rule_sets_kind_check CHECK ((kind = ANY (ARRAY['class'::text, 'score'::text])))
);
alter table scoring_rule_sets enable row level security;

create table scoring_sources (
  org_id uuid not null,
  source text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint scoring_sources_pkey PRIMARY KEY (org_id),
  constraint scoring_sources_source_check CHECK ((source = ANY (ARRAY['rules'::text, 'model'::text])))
);
alter table scoring_sources enable row level security;

create table search_documents (
  org_id uuid not null,
  object text not null,
  record_id uuid not null,
  title text not null,
  account_id uuid,
  owner_id uuid,
  created_at timestamp with time zone not null,
  facts jsonb default '{}'::jsonb not null,
  tokens tsvector not null,
  constraint search_documents_pkey PRIMARY KEY (org_id, object, record_id)
);
CREATE INDEX search_documents_by_account ON public.search_documents USING btree (org_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX search_documents_by_owner ON public.search_documents USING btree (org_id, owner_id, object, created_at DESC);
CREATE INDEX search_documents_newest ON public.search_documents USING btree (org_id, object, created_at DESC);
CREATE INDEX search_documents_tokens ON public.search_documents USING gin (tokens) WITH (fastupdate=off);
alter table search_documents enable row level security;

create table sessions (
  token_hash bytea not null,
  id uuid not null,
  org_id uuid not null,
  user_id uuid not null,
  ready boolean not null,
  code_failures integer default 0 not null,
  ip text,
  agent text,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_id_key UNIQUE (id)
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (org_id, user_id);

create table takeovers (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  title text not null,
  owner_id uuid not null,
  manager_id uuid,
  requester_id uuid not null,
  reason text not null,
  status text not null,
  due_on date not null,
  escalated_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer default 1 not null,
  constraint takeovers_pkey PRIMARY KEY (org_id, id),
  constraint takeovers_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint takeovers_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES users(org_id, id),
  constraint takeovers_org_id_requester_id_fkey FOREIGN KEY (org_id, requester_id) REFERENCES users(org_id, id),
  constraint takeovers_status_check CHECK ((status = ANY (ARRAY['open'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text, 'lapsed'::text])))
);
CREATE INDEX takeovers_due ON public.takeovers USING btree (org_id, due_on) WHERE (status = 'open'::text);
CREATE INDEX takeovers_newest ON public.takeovers USING btree (org_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX takeovers_one_open ON public.takeovers USING btree (org_id, lead_id, requester_id) WHERE (status = 'open'::text);
alter table takeovers enable row level security;

create table teams (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  parent_id uuid,
  leader_id uuid,
  path uuid[] not null,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint teams_pkey PRIMARY KEY (org_id, id),
  constraint teams_org_id_leader_id_fkey FOREIGN KEY (org_id, leader_id) REFERENCES users(org_id, id),
  constraint teams_org_id_parent_id_fkey FOREIGN KEY (org_id, parent_id) REFERENCES teams(org_id, id)
);
alter table teams enable row level security;

create table user_roles (
  org_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  constraint user_roles_pkey PRIMARY KEY (org_id, user_id, role_id),
  constraint user_roles_org_id_role_id_fkey FOREIGN KEY (org_id, role_id) REFERENCES roles(org_id, id),
  constraint user_roles_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id)
);
CREATE INDEX user_roles_role ON public.user_roles USING btree (org_id, role_id);
alter table user_roles enable row level security;

create table users (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  phone text,
  title text,
  team_id uuid,
  locale text default 'zh-CN'::text not null,
  theme text default 'system'::text not null,
  status text default 'active'::text not null,
  preferences jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint users_pkey PRIMARY KEY (org_id, id),
  constraint users_org_id_email_key UNIQUE (org_id, email),
  constraint users_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint users_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'active'::text, 'disabled'::text])))
);
CREATE INDEX users_team ON public.users USING btree (org_id, team_id);
alter table users enable row level security;

create table view_favourites (
  org_id uuid not null,
  user_id uuid not null,
  view_id uuid not null,
  created_at timestamp with time zone not null,
  constraint view_favourites_pkey PRIMARY KEY (org_id, user_id, view_id),
  constraint view_favourites_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id),
  constraint view_favourites_org_id_view_id_fkey FOREIGN KEY (org_id, view_id) REFERENCES saved_views(org_id, id)
);
alter table view_favourites enable row level security;

create table waiting_leads (
  org_id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  since timestamp with time zone not null,
  constraint waiting_leads_pkey PRIMARY KEY (org_id, lead_id),
  constraint waiting_leads_org_id_lead_id_fkey FOREIGN KEY (org_id, lead_id) REFERENCES leads(org_id, id),
  constraint waiting_leads_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES assignment_rules(org_id, id) ON DELETE CASCADE
);
CREATE INDEX waiting_leads_in_order ON public.waiting_leads USING btree (org_id, rule_id, since, lead_id);
alter table waiting_leads enable row level security;

create table work_hours (
  org_id uuid not null,
  user_id uuid not null,
  hours jsonb not null,
  version integer default 1 not null,
  constraint work_hours_pkey PRIMARY KEY (org_id, user_id),
  constraint work_hours_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES users(org_id, id)
);
alter table work_hours enable row level security;

create view channel_outcomes as
 SELECT o.org_id,
    'opportunity'::text AS kind,
    o.id,
    o.name AS title,
    o.account_id,
    o.owner_id,
    o.amount,
    o.currency,
    ((o.created_at AT TIME ZONE z.zone))::date AS happened_on,
    o.created_at,
    COALESCE(l.merged_into, l.id) AS lead_id
   FROM ((opportunities o
     JOIN orgs z ON ((z.id = o.org_id)))
     JOIN leads l ON (((l.org_id = o.org_id) AND (l.captured_at <= o.created_at) AND (l.id = COALESCE(o.lead_id, ( SELECT f.id
           FROM leads f
          WHERE ((f.org_id = o.org_id) AND (f.account_id = o.account_id) AND (f.converted_at IS NOT NULL) AND ((f.deleted_at IS NULL) OR (f.merged_into IS NOT NULL)))
          ORDER BY f.converted_at, f.id
         LIMIT 1))))))
  WHERE ((o.deleted_at IS NULL) AND (o.status <> 'invalid'::text))
UNION ALL
 SELECT s.org_id,
    s.kind,
    s.id,
    s.title,
    s.account_id,
    s.owner_id,
    s.amount,
    s.currency,
    s.happened_on,
    s.created_at,
    COALESCE(l.merged_into, l.id) AS lead_id
   FROM ((((( SELECT c_1.org_id,
            'contract'::text AS kind,
            c_1.id,
            (COALESCE((c_1.number || ' '::text), ''::text) || c_1.name) AS title,
            c_1.account_id,
            c_1.owner_id,
            c_1.amount,
            c_1.currency,
            c_1.signed_on AS happened_on,
            c_1.created_at,
            c_1.id AS contract_id
           FROM contracts c_1
          WHERE ((c_1.status = 'active'::text) AND (c_1.deleted_at IS NULL))
        UNION ALL
         SELECT a.org_id,
            'receipt'::text,
            a.id,
            ((e.number || ' '::text) || r.name),
            r.account_id,
            r.owner_id,
            a.amount,
            a.currency,
            a.allocated_on,
            a.created_at,
            r.contract_id
           FROM ((allocations a
             JOIN receivables r ON (((r.org_id = a.org_id) AND (r.id = a.receivable_id))))
             JOIN receipts e ON (((e.org_id = a.org_id) AND (e.id = a.receipt_id))))) s
     JOIN contracts c ON (((c.org_id = s.org_id) AND (c.id = s.contract_id))))
     JOIN orgs z ON ((z.id = s.org_id)))
     LEFT JOIN opportunities o ON (((o.org_id = c.org_id) AND (o.id = c.opportunity_id))))
     JOIN leads l ON (((l.org_id = s.org_id) AND (((l.captured_at AT TIME ZONE z.zone))::date <= c.signed_on) AND (l.id = COALESCE(o.lead_id, ( SELECT f.id
           FROM leads f
          WHERE ((f.org_id = c.org_id) AND (f.account_id = c.account_id) AND (f.converted_at IS NOT NULL) AND ((f.deleted_at IS NULL) OR (f.merged_into IS NOT NULL)))
          ORDER BY f.converted_at, f.id
         LIMIT 1))))));

create view channel_results as
 SELECT d.org_id,
        CASE
            WHEN (p.points = 1) THEN d.id
            ELSE (md5(((d.id)::text || (p.id)::text)))::uuid
        END AS id,
    d.kind,
    d.id AS outcome_id,
    d.title,
    d.account_id,
    d.owner_id,
    d.amount,
    d.currency,
    d.happened_on,
    d.lead_id,
    l.captured_at,
    p.channel,
    p.campaign,
    n.campaign_id,
    p."position",
    p.points,
        CASE
            WHEN (p."position" = 1) THEN 1.00
            ELSE (0)::numeric
        END AS first_share,
        CASE
            WHEN (p."position" = p.points) THEN 1.00
            ELSE (0)::numeric
        END AS last_share,
    round((yd_part((100)::numeric, p."position", p.points) / (100)::numeric), 2) AS linear_share,
        CASE
            WHEN (p."position" = 1) THEN d.amount
            ELSE (0)::numeric
        END AS first_amount,
        CASE
            WHEN (p."position" = p.points) THEN d.amount
            ELSE (0)::numeric
        END AS last_amount,
    round((yd_part((d.amount * (100)::numeric), p."position", p.points) / (100)::numeric), 2) AS linear_amount,
    d.created_at,
    1 AS version
   FROM (((channel_outcomes d
     JOIN leads l ON (((l.org_id = d.org_id) AND (l.id = d.lead_id) AND (l.deleted_at IS NULL))))
     CROSS JOIN LATERAL ( SELECT m.id,
            m.channel,
            m.campaign,
            row_number() OVER (ORDER BY m.at, m.id) AS "position",
            count(*) OVER () AS points
           FROM ( SELECT b.id,
                    b.captured_at AS at,
                    b.channel,
                    b.campaign
                   FROM leads b
                  WHERE ((b.org_id = d.org_id) AND (b.id = d.lead_id))
                UNION ALL
                 SELECT b.id,
                    b.captured_at,
                    b.channel,
                    b.campaign
                   FROM leads b
                  WHERE ((b.org_id = d.org_id) AND (b.merged_into = d.lead_id))
                UNION ALL
                 SELECT x.id,
                    x.at,
                    x.channel,
                    x.campaign
                   FROM lead_touches x
                  WHERE ((x.org_id = d.org_id) AND (x.lead_id IN ( SELECT d.lead_id
                        UNION ALL
                         SELECT b.id
                           FROM leads b
                          WHERE ((b.org_id = d.org_id) AND (b.merged_into = d.lead_id)))) AND (NOT (EXISTS ( SELECT
                           FROM leads c
                          WHERE ((c.org_id = d.org_id) AND (c.id = d.lead_id) AND (c.captured_at = x.at))))) AND (NOT (EXISTS ( SELECT
                           FROM leads c
                          WHERE ((c.org_id = d.org_id) AND (c.merged_into = d.lead_id) AND (c.captured_at = x.at))))))) m) p)
     LEFT JOIN campaign_names n ON (((n.org_id = d.org_id) AND (n.name_key = yd_campaign_key(p.campaign)))));

create view channel_touches as
 SELECT t.org_id,
    t.id,
    t.lead_id,
    t.company,
    t.owner_id,
    t.status,
    t.captured_at,
    t.converted_at,
    t.first_response_at,
    t.last_activity_at,
    t.at,
    t.channel,
    t.campaign,
    n.campaign_id,
    t."position",
    t.points,
        CASE
            WHEN (t."position" = 1) THEN 1.00
            ELSE (0)::numeric
        END AS first_share,
        CASE
            WHEN (t."position" = t.points) THEN 1.00
            ELSE (0)::numeric
        END AS last_share,
    round((yd_part((100)::numeric, t."position", t.points) / (100)::numeric), 2) AS linear_share,
    t.created_at,
    t.version
   FROM (( SELECT l.org_id,
            l.id,
            l.id AS lead_id,
            l.company,
            l.owner_id,
            l.status,
            l.captured_at,
            l.converted_at,
            l.first_response_at,
            l.last_activity_at,
            l.captured_at AS at,
            l.channel,
            l.campaign,
            (1)::bigint AS "position",
            (1)::bigint AS points,
            l.created_at,
            l.version
           FROM leads l
          WHERE ((l.deleted_at IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM leads m
                  WHERE ((m.org_id = l.org_id) AND (m.merged_into = l.id))))) AND (NOT (EXISTS ( SELECT
                   FROM lead_touches x
                  WHERE ((x.org_id = l.org_id) AND (x.lead_id = l.id) AND (x.at <> l.captured_at))))))
        UNION ALL
         SELECT l.org_id,
            p.id,
            l.id,
            l.company,
            l.owner_id,
            l.status,
            l.captured_at,
            l.converted_at,
            l.first_response_at,
            l.last_activity_at,
            p.at,
            p.channel,
            p.campaign,
            p."position",
            p.points,
            l.created_at,
            l.version
           FROM (leads l
             CROSS JOIN LATERAL ( SELECT m.id,
                    m.at,
                    m.channel,
                    m.campaign,
                    row_number() OVER (ORDER BY m.at, m.id) AS "position",
                    count(*) OVER () AS points
                   FROM ( SELECT l.id,
                            l.captured_at AS at,
                            l.channel,
                            l.campaign
                        UNION ALL
                         SELECT b.id,
                            b.captured_at,
                            b.channel,
                            b.campaign
                           FROM leads b
                          WHERE ((b.org_id = l.org_id) AND (b.merged_into = l.id))
                        UNION ALL
                         SELECT x.id,
                            x.at,
                            x.channel,
                            x.campaign
                           FROM lead_touches x
                          WHERE ((x.org_id = l.org_id) AND (x.lead_id IN ( SELECT l.id
                                UNION ALL
                                 SELECT b.id
                                   FROM leads b
                                  WHERE ((b.org_id = l.org_id) AND (b.merged_into = l.id)))) AND (x.at <> l.captured_at) AND (NOT (EXISTS ( SELECT
                                   FROM leads c
                                  WHERE ((c.org_id = l.org_id) AND (c.merged_into = l.id) AND (c.captured_at = x.at))))))) m) p)
          WHERE ((l.deleted_at IS NULL) AND ((EXISTS ( SELECT
                   FROM leads m
                  WHERE ((m.org_id = l.org_id) AND (m.merged_into = l.id)))) OR (EXISTS ( SELECT
                   FROM lead_touches x
                  WHERE ((x.org_id = l.org_id) AND (x.lead_id = l.id) AND (x.at <> l.captured_at))))))) t
     LEFT JOIN campaign_names n ON (((n.org_id = t.org_id) AND (n.name_key = yd_campaign_key(t.campaign)))));


create policy org_wall on accounts for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on activities for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on allocations for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on approvals for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on assignment_members for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on assignment_rules for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on assignment_settings for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on assignments for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on campaign_names for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on campaigns for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on capture_consents for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on capture_form_days for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on capture_forms for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on capture_sources for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on capture_submissions for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on channel_costs for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on contacts for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on contract_lines for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on contract_plan_lines for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on contract_series for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on contracts for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on custom_fields for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_alarms for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_groups for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_lookups for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_members for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_merges for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_rule_sets for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_scans for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_settings for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on duplicate_traits for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on event_links for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on events for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on exports for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on files for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on idempotency_keys for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on import_mappings for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on import_rows for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on imports for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_caps for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_conversions for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_holders for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_places for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_policies for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_pool_members for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_pool_scopes for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_pools for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_scores for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_touches for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on lead_views for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on leads for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on leaves for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on mails for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on next_contacts for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on notifications for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on opportunities for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on opportunity_moves for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on opportunity_stages for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on opportunity_totals for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on reaction_failures for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on reaction_positions for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on receipt_series for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on receipts for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on receivables for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on recycle_digests for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on recycle_policies for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on recycle_run_leads for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on recycle_runs for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on recycle_simulations for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on response_timers for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on roles for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on saved_views for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on scoring_models for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on scoring_rule_sets for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on scoring_sources for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on search_documents for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on takeovers for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on teams for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on user_roles for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on users for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on view_favourites for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on waiting_leads for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));
create policy org_wall on work_hours for all to public using ((org_id = ( SELECT yd_org() AS yd_org))) with check ((org_id = ( SELECT yd_org() AS yd_org)));

grant delete, insert, select, update on accounts to yingdan_app;
grant delete, insert, select, update on activities to yingdan_app;
grant insert, select on allocations to yingdan_app;
grant insert, select, update on api_keys to yingdan_app;
grant insert, select, update on approvals to yingdan_app;
grant delete, insert, select, update on assignment_members to yingdan_app;
grant delete, insert, select, update on assignment_rules to yingdan_app;
grant delete, insert, select, update on assignment_settings to yingdan_app;
grant insert, select on assignments to yingdan_app;
grant delete, insert, select, update on campaign_names to yingdan_app;
grant delete, insert, select, update on campaigns to yingdan_app;
grant delete, insert, select on capture_addresses to yingdan_app;
grant insert, select on capture_consents to yingdan_app;
grant delete, insert, select, update on capture_form_days to yingdan_app;
grant delete, insert, select, update on capture_forms to yingdan_app;
grant delete, insert, select, update on capture_sources to yingdan_app;
grant delete, insert, select, update on capture_submissions to yingdan_app;
grant delete, insert, select, update on channel_costs to yingdan_app;
grant select on channel_outcomes to yingdan_app;
grant select on channel_results to yingdan_app;
grant select on channel_touches to yingdan_app;
grant delete, insert, select, update on contacts to yingdan_app;
grant delete, insert, select, update on contract_lines to yingdan_app;
grant delete, insert, select, update on contract_plan_lines to yingdan_app;
grant insert, select, update on contract_series to yingdan_app;
grant delete, insert, select, update on contracts to yingdan_app;
grant delete, insert, select, update on custom_fields to yingdan_app;
grant delete, insert, select, update on duplicate_alarms to yingdan_app;
grant delete, insert, select, update on duplicate_groups to yingdan_app;
grant insert, select on duplicate_lookups to yingdan_app;
grant delete, insert, select, update on duplicate_members to yingdan_app;
grant delete, insert, select, update on duplicate_merges to yingdan_app;
grant delete, insert, select, update on duplicate_rule_sets to yingdan_app;
grant delete, insert, select, update on duplicate_scans to yingdan_app;
grant delete, insert, select, update on duplicate_settings to yingdan_app;
grant delete, insert, select, update on duplicate_traits to yingdan_app;
grant insert, select on event_links to yingdan_app;
grant insert, select on events to yingdan_app;
grant delete, insert, select, update on exports to yingdan_app;
grant delete, insert, select, update on files to yingdan_app;
grant execute on function yd_custom_unique(text,uuid,text,boolean) to yingdan_app;
grant delete, insert, select on idempotency_keys to yingdan_app;
grant delete, insert, select, update on import_mappings to yingdan_app;
grant delete, insert, select, update on import_rows to yingdan_app;
grant delete, insert, select, update on imports to yingdan_app;
grant delete, insert, select, update on lead_caps to yingdan_app;
grant delete, insert, select, update on lead_conversions to yingdan_app;
grant delete, insert, select, update on lead_holders to yingdan_app;
grant delete, insert, select, update on lead_places to yingdan_app;
grant delete, insert, select, update on lead_policies to yingdan_app;
grant delete, insert, select, update on lead_pool_members to yingdan_app;
grant delete, insert, select, update on lead_pool_scopes to yingdan_app;
grant delete, insert, select, update on lead_pools to yingdan_app;
grant delete, insert, select, update on lead_scores to yingdan_app;
grant delete, insert, select, update on lead_touches to yingdan_app;
grant delete, insert, select, update on lead_views to yingdan_app;
grant delete, insert, select, update on leads to yingdan_app;
grant delete, insert, select, update on leaves to yingdan_app;
grant delete, insert, select on login_failures to yingdan_app;
grant delete, insert, select, update on login_places to yingdan_app;
grant delete, insert, select, update on login_tokens to yingdan_app;
grant delete, insert, select, update on logins to yingdan_app;
grant delete, insert, select, update on mails to yingdan_app;
grant delete, insert, select, update on next_contacts to yingdan_app;
grant insert, select, update on notifications to yingdan_app;
grant delete, insert, select, update on opportunities to yingdan_app;
grant insert, select on opportunity_moves to yingdan_app;
grant delete, insert, select, update on opportunity_stages to yingdan_app;
grant delete, insert, select, update on opportunity_totals to yingdan_app;
grant insert, select, update on orgs to yingdan_app;
grant delete, insert, select on outbox to yingdan_app;
grant delete, insert, select, update on reaction_failures to yingdan_app;
grant delete, insert, select, update on reaction_positions to yingdan_app;
grant insert, select, update on receipt_series to yingdan_app;
grant insert, select on receipts to yingdan_app;
grant update on receipts (allocated) to yingdan_app;
grant update on receipts (owner_id) to yingdan_app;
grant update on receipts (reversed) to yingdan_app;
grant update on receipts (version) to yingdan_app;
grant insert, select on receivables to yingdan_app;
grant update on receivables (allocated) to yingdan_app;
grant update on receivables (owner_id) to yingdan_app;
grant update on receivables (version) to yingdan_app;
grant delete, insert, select, update on recycle_digests to yingdan_app;
grant delete, insert, select, update on recycle_policies to yingdan_app;
grant delete, insert, select, update on recycle_run_leads to yingdan_app;
grant delete, insert, select, update on recycle_runs to yingdan_app;
grant delete, insert, select, update on recycle_simulations to yingdan_app;
grant delete, insert, select, update on response_timers to yingdan_app;
grant delete, insert, select, update on roles to yingdan_app;
grant delete, insert, select, update on saved_views to yingdan_app;
grant usage on schema public to public;
grant usage on schema public to yingdan_app;
grant delete, insert, select, update on scoring_models to yingdan_app;
grant delete, insert, select, update on scoring_rule_sets to yingdan_app;
grant delete, insert, select, update on scoring_sources to yingdan_app;
grant delete, insert, select, update on search_documents to yingdan_app;
grant delete, insert, select, update on sessions to yingdan_app;
grant delete, insert, select, update on takeovers to yingdan_app;
grant delete, insert, select, update on teams to yingdan_app;
grant delete, insert, select, update on user_roles to yingdan_app;
grant delete, insert, select, update on users to yingdan_app;
grant delete, insert, select, update on view_favourites to yingdan_app;
grant delete, insert, select, update on waiting_leads to yingdan_app;
grant delete, insert, select, update on work_hours to yingdan_app;

alter role yingdan_app set jit=off;
alter role yingdan_app set statement_timeout=10s;
