-- Samples: what they are, in one sentence.
create table samples (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  status text not null check (status in ('open', 'closed')),
  owner_id uuid not null,
  note text,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create index samples_owner on samples (org_id, owner_id, created_at desc, id);
select yd_tenant_table('samples');
