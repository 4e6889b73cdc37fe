-- What Ctrl-K finds: one document per live record, kept by the search slice from the facts about it.

create table search_documents (
  org_id uuid not null,
  object text not null,
  record_id uuid not null,
  title text not null,
  -- the customer it belongs to, whose name is shown beside it
  account_id uuid,
  owner_id uuid,
  -- the record's own time: newest first, and a later edit need not move the document
  created_at timestamptz not null,
  -- the values it was made of, by field key; what is shown beside the title is taken from here, through field rights
  facts jsonb not null default '{}',
  -- A: words of the name, B: of other searched fields, C: pieces of phones, D: whole phones (=138…) and the owner (~id)
  tokens tsvector not null,
  primary key (org_id, object, record_id)
);
-- without a pending list: it would be read through by every single search
create index search_documents_tokens on search_documents using gin (tokens) with (fastupdate = off);
create index search_documents_newest on search_documents (org_id, object, created_at desc);
create index search_documents_by_owner on search_documents (org_id, owner_id, object, created_at desc);
create index search_documents_by_account on search_documents (org_id, account_id) where account_id is not null;
select yd_tenant_table('search_documents');
