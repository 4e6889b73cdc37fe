-- Ways to look at a list that people keep: condition, sort, columns. They hold no rows and no rights.

create table saved_views (
  org_id uuid not null,
  id uuid not null,
  -- the operation of the list: leads.list
  list_id text not null,
  owner_id uuid not null,
  name text not null,
  shared boolean not null default false,
  condition jsonb,
  sort text[] not null default '{}',
  layout jsonb,
  created_at timestamptz not null,
  created_by uuid not null,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create index saved_views_by_owner on saved_views (org_id, owner_id, list_id) where deleted_at is null;
create index saved_views_shared on saved_views (org_id, list_id) where deleted_at is null and shared;
select yd_tenant_table('saved_views');

create table view_favourites (
  org_id uuid not null,
  user_id uuid not null,
  view_id uuid not null,
  created_at timestamptz not null,
  primary key (org_id, user_id, view_id),
  foreign key (org_id, view_id) references saved_views (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
select yd_tenant_table('view_favourites');
