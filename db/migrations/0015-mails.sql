-- Mail to be sent and already sent: a letter exists if and only if the change it belongs to does, and is never silently lost.

create table mails (
  org_id uuid not null,
  id uuid not null,
  recipients text[] not null,
  reply_to text,
  subject text not null,
  body text not null,
  html text,
  -- the record it is about, for its timeline
  subject_id uuid,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (org_id, id)
);
create index mails_unsent on mails (org_id, created_at) where status <> 'sent';
select yd_tenant_table('mails');
