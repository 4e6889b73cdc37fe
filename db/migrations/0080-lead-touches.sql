-- Every time somebody came to us: the first touch made the lead, later ones (a second form, a mail) are kept beside it.

create table lead_touches (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  at timestamptz not null,
  -- form, webhook, mail, api …; what was asked is in `via` (the name of the form or source at that moment)
  method text not null,
  via text,
  channel text not null,
  campaign text,
  -- utm_source … utm_content, referrer and landing page of this visit, and of the first visit of the same browser
  last_click jsonb not null default '{}',
  first_click jsonb not null default '{}',
  submission_id uuid,
  consent jsonb,
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id)
);
create index lead_touches_of on lead_touches (org_id, lead_id, at);
create unique index lead_touches_once on lead_touches (org_id, submission_id) where submission_id is not null;
select yd_tenant_table('lead_touches');
