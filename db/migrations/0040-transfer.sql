-- Imports with a ledger of one row per row of the file, remembered mappings, and exports.

create table imports (
  org_id uuid not null,
  id uuid not null,
  object text not null,
  status text not null check (status in
    ('draft', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  file_name text not null,
  file_size bigint not null,
  sha256 bytea not null,
  encoding text,
  delimiter text,
  sheet text,
  sheets text[] not null default '{}',
  -- number of the header row in the file; 0 when there is none
  header_line integer not null,
  row_count integer not null,
  -- [{header, samples}] by place in the file
  columns jsonb not null,
  -- what the importer decided: {fields: [key|null], mode, keys, dateOrder, options}
  plan jsonb not null,
  -- grows with every change of the plan: a check of an older plan stops by itself
  plan_version integer not null default 0,
  preview jsonb,
  checked integer not null default 0,
  processed integer not null default 0,
  last_line integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  removed integer not null default 0,
  restored integer not null default 0,
  kept integer not null default 0,
  -- how far the undo has come
  undone_line integer not null default 0,
  stop_asked boolean not null default false,
  failure text,
  started_at timestamptz,
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id)
);
create index imports_newest on imports (org_id, created_at desc, id desc);
create index imports_by_person on imports (org_id, created_by, created_at desc, id desc);
create index imports_same_file on imports (org_id, sha256, created_at);
select yd_tenant_table('imports');

-- The primary key is what makes a run that was killed and resumed do every row exactly once.
create table import_rows (
  org_id uuid not null,
  import_id uuid not null,
  -- as the file counts
  line integer not null,
  cells jsonb not null,
  -- null until the run has come to it
  outcome text check (outcome in
    ('created', 'updated', 'unchanged', 'duplicateInFile', 'duplicateInSystem', 'notFound', 'invalid')),
  -- [{field, code, detail}]: why not, or what to know although it went in
  reasons jsonb,
  record_id uuid,
  record_version integer,
  -- the old values of an updated record, for the undo
  before jsonb,
  undo text check (undo in ('removed', 'restored', 'kept')),
  primary key (org_id, import_id, line),
  foreign key (org_id, import_id) references imports (org_id, id)
);
select yd_tenant_table('import_rows');

create table import_mappings (
  org_id uuid not null,
  object text not null,
  -- the folded header as the file spells it
  header text not null,
  -- null: this column was left out on purpose
  field text,
  saved_at timestamptz not null,
  primary key (org_id, object, header)
);
select yd_tenant_table('import_mappings');

create table exports (
  org_id uuid not null,
  id uuid not null,
  list_id text not null,
  object text not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- {filter, q, sort}
  query jsonb not null,
  columns text[] not null,
  row_count integer not null,
  downloads integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id)
);
create index exports_newest on exports (org_id, created_at desc, id desc);
create index exports_by_person on exports (org_id, created_by, created_at desc, id desc);
select yd_tenant_table('exports');
