-- The inbox: what somebody should know of. One row per person and piece of news; the screen groups them by record.

create table notifications (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  -- the record it is about; it may live in any slice, so there is no foreign key
  object text not null,
  record_id uuid not null,
  -- the sentence as it was when it happened, in both languages
  title_zh text not null,
  title_en text not null,
  -- the fact it tells of, if one does
  fact_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  snoozed_until timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id),
  -- what is done with has been seen
  constraint notifications_done_is_read check (done_at is null or read_at is not null)
);
-- a fact is told to a person once, however often its reaction runs
create unique index notifications_once on notifications (org_id, user_id, fact_id, kind) where fact_id is not null;
create index notifications_open on notifications (org_id, user_id, created_at desc, id desc) where done_at is null;
create index notifications_unread on notifications (org_id, user_id) where read_at is null;
create index notifications_of_record on notifications (org_id, user_id, object, record_id);
select yd_tenant_table('notifications', 'select, insert, update');
