-- Half of what was done was done with leads, the rest with customers and deals; by whoever owns them.
insert into activities (org_id, id, kind, subject_object, subject_id, subject_name, about, account_id, owner_id, content, connected,
  duration_seconds, happened_at, created_at, created_by)
select p.org_id, seed.id(a.at, 80, a.n), a.kind, a.object, a.id, a.name, a.about, a.account_id, a.owner_id,
  w.talk[1 + seed.pick(a.n, 81, cardinality(w.talk))], case when a.kind = 'call' then seed.pick(a.n, 82, 10) < 7 end,
  case when a.kind = 'call' then 20 + seed.pick(a.n, 83, 600) end, a.at, a.at, a.owner_id
from seed.plan p, seed.words w, (
  select g.n, (array['call', 'call', 'call', 'visit', 'message', 'note'])[1 + seed.pick(g.n, 84, 6)] as kind, 'leads' as object,
    l.id, l.company as name, array_remove(array[l.id, l.account_id], null) as about, l.account_id, l.owner_id,
    l.taken_at + (q.today - l.taken_at) * seed.share(g.n, 85) as at
  from seed.plan q, generate_series(1, q.activities, 2) g(n)
  join seed.lead l on l.n = 1 + seed.pick(g.n, 86, (select leads from seed.plan)) and l.owner_id is not null
  union all
  select g.n, (array['call', 'call', 'visit', 'meeting', 'note'])[1 + seed.pick(g.n, 84, 5)], 'accounts', c.id, c.name, array[c.id],
    c.id, c.owner_id, c.at + (q.today - c.at) * seed.share(g.n, 85)
  from seed.plan q, generate_series(2, q.activities, 4) g(n)
  join seed.account c on c.n = 1 + seed.pick(g.n, 86, (select accounts from seed.plan))
  union all
  select g.n, (array['call', 'meeting', 'visit'])[1 + seed.pick(g.n, 84, 3)], 'opportunities', d.id, d.name, array[d.id, d.account_id],
    d.account_id, d.owner_id, d.at + (q.today - d.at) * seed.share(g.n, 85)
  from seed.plan q, generate_series(4, q.activities, 4) g(n)
  join seed.deal d on d.n = 1 + seed.pick(g.n, 86, (select opportunities from seed.plan))
  union all
  -- what would have been logged on leads that nobody has went to customers
  select g.n, 'call', 'accounts', c.id, c.name, array[c.id], c.id, c.owner_id, c.at + (q.today - c.at) * seed.share(g.n, 87)
  from seed.plan q, generate_series(1, q.activities, 2) g(n)
  join seed.lead l on l.n = 1 + seed.pick(g.n, 86, (select leads from seed.plan)) and l.owner_id is null
  join seed.account c on c.n = 1 + seed.pick(g.n, 88, (select accounts from seed.plan))) a;
