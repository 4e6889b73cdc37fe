-- Fields that admins add to objects. The values live in the `custom` column of the object's own table.

create table custom_fields (
  org_id uuid not null,
  id uuid not null,
  object text not null,
  -- name inside `custom`; never changes, and stays taken while retired data is kept
  key text not null,
  type text not null,
  label_zh text not null,
  label_en text not null,
  -- [{"key", "label": {"zh", "en"}}] of choice fields
  choices jsonb,
  required boolean not null default false,
  filterable boolean not null default true,
  sortable boolean not null default true,
  position integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, object, key)
);
select yd_tenant_table('custom_fields');
