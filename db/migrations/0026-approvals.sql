-- Approvals: somebody asks, exactly one other person decides. What is decided on is kept as a frozen snapshot.

create table approvals (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  -- the record decided on; it may live in any slice, so there is no foreign key
  subject_object text not null,
  subject_id uuid not null,
  title text not null,
  reference text,
  amount numeric(18,2),
  currency char(3),
  -- why it needs a decision and the facts that decide, as they were when it was asked for
  snapshot jsonb not null,
  requester_id uuid not null,
  approver_id uuid not null,
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'withdrawn')),
  comment text,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, requester_id) references users (org_id, id),
  foreign key (org_id, approver_id) references users (org_id, id),
  foreign key (org_id, decided_by) references users (org_id, id),
  constraint approvals_not_his_own check (approver_id <> requester_id),
  constraint approvals_decided check ((status = 'pending') = (decided_at is null)),
  constraint approvals_decided_by_approver
    check (status not in ('approved', 'rejected') or (decided_by is not null and decided_by <> requester_id))
);
-- one open question about one record at a time
create unique index approvals_one_open on approvals (org_id, subject_object, subject_id) where status = 'pending';
create index approvals_of_subject on approvals (org_id, subject_object, subject_id, requested_at desc);
create index approvals_newest on approvals (org_id, requested_at desc, id desc);
create index approvals_waiting on approvals (org_id, approver_id, requested_at desc, id desc);
create index approvals_by_requester on approvals (org_id, requester_id, requested_at desc, id desc);
select yd_tenant_table('approvals', 'select, insert, update');
