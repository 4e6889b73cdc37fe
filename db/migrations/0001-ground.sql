-- The ground every table stands on: the organisation wall, the bigram index function, organisations,
-- facts (events) with their chain, idempotency keys, files.
-- The role yingdan_app exists already: the server creates it before it migrates (kernel/postgres.ts).

grant usage on schema public to yingdan_app;
revoke create on schema public from public;

-- Second wall: without a transaction-local app.org_id a statement sees no tenant row at all.
create function yd_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org_id', true), '')::uuid;

-- Every tenant table goes through here once: row-level security and the app's rights on it.
create function yd_tenant_table(name regclass, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  -- the sub-select makes the setting an InitPlan: read once a statement, not once a row
  execute format('create policy org_wall on %s using (org_id = (select yd_org())) with check (org_id = (select yd_org()))', name);
  execute format('grant %s on %s to yingdan_app', privileges, name);
end $$;

-- Distinct two-character pieces of a text, for `contains` on Chinese names where trigrams find nothing.
-- The twin in TypeScript is grams() in kernel/values/text.ts.
create function yd_grams(input text) returns text[] language plpgsql immutable strict parallel safe as $$
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
end $$;

-- Row-level security lets only leakproof functions reach an index before the policy. These compare numbers,
-- arrays, search vectors and JSON and reveal nothing, but are not marked so; only a superuser may mark them.
-- Without the mark everything stays right and searching is slower (`cli doctor` says so).
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function yd_grams(text) leakproof;
    alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
    alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
    alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
    alter function pg_catalog.numeric_eq(numeric, numeric) leakproof;
    alter function pg_catalog.numeric_lt(numeric, numeric) leakproof;
    alter function pg_catalog.numeric_le(numeric, numeric) leakproof;
    alter function pg_catalog.numeric_gt(numeric, numeric) leakproof;
    alter function pg_catalog.numeric_ge(numeric, numeric) leakproof;
    alter function pg_catalog.jsonb_object_field_text(jsonb, text) leakproof;
    alter function pg_catalog.jsonb_object_field(jsonb, text) leakproof;
  end if;
end $$;

alter role yingdan_app set statement_timeout = '10s';
alter role yingdan_app set jit = off;

create table orgs (
  id uuid primary key,
  name text not null,
  zone text not null default 'Asia/Shanghai',
  currency char(3) not null default 'CNY',
  locale text not null default 'zh-CN',
  -- raised by every change of rights, teams, users or custom fields: cached actors die with it
  stamp bigint not null default 1,
  settings jsonb not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
grant select, insert, update on orgs to yingdan_app;

create table events (
  org_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  type text not null,
  object text not null,
  subject_id uuid not null,
  -- every record on whose timeline this fact belongs, the subject first
  about uuid[] not null,
  actor_id uuid,
  source text not null,
  request_id text,
  changes jsonb,
  data jsonb not null default '{}',
  primary key (org_id, at, id)
) partition by range (at);
create index events_about on events using gin (about);
create index events_type on events (org_id, type, at desc);
create table events_before partition of events for values from (minvalue) to ('2026-01-01');
do $$
declare month date := '2026-01-01';
begin
  while month < '2029-01-01' loop
    execute format('create table events_%s partition of events for values from (%L) to (%L)',
      to_char(month, 'YYYY_MM'), month, month + interval '1 month');
    month := month + interval '1 month';
  end loop;
end $$;
create table events_after partition of events for values from ('2029-01-01') to (maxvalue);
select yd_tenant_table('events', 'select, insert');

-- Facts that have no place in the chain yet. A queue, local to the node group: rows live for a moment.
create table outbox (
  event_id uuid primary key,
  org_id uuid not null,
  at timestamptz not null
);
grant select, insert, delete on outbox to yingdan_app;

-- The chain: one gap-free position per fact and organisation, each hash over the one before.
create table event_links (
  org_id uuid not null,
  position bigint not null,
  event_id uuid not null,
  event_at timestamptz not null,
  hash bytea not null,
  primary key (org_id, position),
  unique (org_id, event_id)
);
select yd_tenant_table('event_links', 'select, insert');

-- How far each reaction has come along the chain.
create table reaction_positions (
  org_id uuid not null,
  reaction text not null,
  position bigint not null default 0,
  primary key (org_id, reaction)
);
select yd_tenant_table('reaction_positions');

create table reaction_failures (
  org_id uuid not null,
  reaction text not null,
  position bigint not null,
  attempts integer not null,
  error text not null,
  at timestamptz not null,
  dead boolean not null default false,
  primary key (org_id, reaction, position)
);
select yd_tenant_table('reaction_failures');

create table idempotency_keys (
  org_id uuid not null,
  actor_id uuid not null,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (org_id, actor_id, operation, key)
);
select yd_tenant_table('idempotency_keys', 'select, insert, delete');

create table files (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  -- the record whose readers may read the file; null while an upload belongs to nobody but its uploader
  object text,
  subject_id uuid,
  uploaded_by uuid not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create index files_subject on files (org_id, subject_id) where deleted_at is null;
select yd_tenant_table('files');
