-- What the seed wrote has happened: no reaction shall go through it.
update reaction_positions p set position = (select max(position) from event_links l where l.org_id = p.org_id)
where org_id = (select org_id from seed.plan);

drop schema seed cascade;
