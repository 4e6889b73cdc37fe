-- Classes and scores of leads. A class that came from a rule names the rule; a class without one was set by hand and is pinned.
alter table leads add column class_rule_id uuid;
alter table leads add column score integer not null default 0 constraint leads_score check (score between 0 and 100);
alter table leads add column score_band text not null default 'D' constraint leads_score_band check (score_band in ('A', 'B', 'C', 'D'));
-- which of the two made the number
alter table leads add column score_source text constraint leads_score_source check (score_source in ('rules', 'model'));
alter table leads add column score_reasons jsonb not null default '[]';
alter table leads add column scored_at timestamptz;
create index leads_by_score on leads (org_id, score desc, id desc) where deleted_at is null;

-- The ordered rules as a whole: they are simulated and saved together. No row: the rules everybody starts with.
create table scoring_rule_sets (
  org_id uuid not null,
  kind text not null check (kind in ('class', 'score')),
  rules jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (org_id, kind)
);
select yd_tenant_table('scoring_rule_sets');

-- Which of the two the organisation wants: the model (as soon as it is good enough) or the rules.
create table scoring_sources (
  org_id uuid primary key,
  source text not null check (source in ('rules', 'model')),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid
);
select yd_tenant_table('scoring_sources');

-- One row per change of band or of five points and more.
create table lead_scores (
  org_id uuid not null,
  lead_id uuid not null,
  at timestamptz not null,
  score integer not null check (score between 0 and 100),
  band text not null check (band in ('A', 'B', 'C', 'D')),
  source text not null check (source in ('rules', 'model')),
  reasons jsonb not null,
  primary key (org_id, lead_id, at),
  foreign key (org_id, lead_id) references leads (org_id, id)
);
select yd_tenant_table('lead_scores');

-- Models learnt from the organisation's own history, with their back-test; the newest counts.
create table scoring_models (
  org_id uuid not null,
  id uuid not null,
  trained_at timestamptz not null,
  -- outcomes up to here were learnt from
  trained_until timestamptz,
  converted integer not null,
  lost integer not null,
  -- why it is not used; null: it is good enough
  unusable text check (unusable in ('too_few', 'worse_than_base')),
  model jsonb,
  report jsonb,
  primary key (org_id, id)
);
create index scoring_models_newest on scoring_models (org_id, trained_at desc);
select yd_tenant_table('scoring_models');
