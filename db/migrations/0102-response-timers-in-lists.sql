-- Rows of every list carry a version.
alter table response_timers add column version integer not null default 1;
