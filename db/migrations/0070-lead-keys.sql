-- What a company and a person are known by exists once among live leads; a lead merged into another is gone and says where to.

alter table leads add column uscc text;
alter table leads add column merged_into uuid;
alter table leads add constraint leads_merged_is_gone check (merged_into is null or deleted_at is not null);
create unique index leads_uscc on leads (org_id, uscc) where deleted_at is null and uscc is not null;
create index leads_merged_into on leads (org_id, merged_into) where merged_into is not null;
