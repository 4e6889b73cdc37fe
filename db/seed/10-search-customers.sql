insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'accounts', t.id, t.name, null, t.owner_id, t.created_at,
  jsonb_strip_nulls(jsonb_build_object('phone', t.phone, 'region', t.region, 'industry', t.industry)),
  (seed.company_lexemes(c, b, e) || seed.phone_lexemes(t.phone) || seed.owner_lexeme(t.owner_id))::tsvector
from accounts t join seed.account a using (id) join seed.company n on n.n = a.company
join seed.city c on c.city = n.city join seed.brand b on b.brand = n.brand join seed.tail e on e.tail = n.trade || n.form
where t.org_id = (select org_id from seed.plan);

insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'opportunities', t.id, t.name, t.account_id, t.owner_id, t.created_at, '{}',
  (seed.brand_lexemes(b, e) || seed.owner_lexeme(t.owner_id))::tsvector
from opportunities t join seed.deal d using (id)
join seed.brand b on b.brand = d.brand join seed.tail e on e.tail = d.product || '项目'
where t.org_id = (select org_id from seed.plan);

insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'contacts', t.id, t.name, t.account_id, t.owner_id, t.created_at,
  jsonb_strip_nulls(jsonb_build_object('phone', t.phone, 'title', t.title)),
  (seed.lexeme(x.a) || seed.lexeme(x.b) || seed.lexeme(x.a || x.b) || seed.lexeme(s.syllable || g.syllable || coalesce(h.syllable, ''))
    || seed.lexeme(g.syllable || coalesce(h.syllable, ''))
    || seed.lexeme(left(s.syllable, 1) || left(g.syllable, 1) || coalesce(left(h.syllable, 1), ''))
    || seed.lexeme(left(g.syllable, 1) || coalesce(left(h.syllable, 1), ''))
    || case when x.c = '' then '' else seed.lexeme(x.c) || seed.lexeme(x.b || x.c) || seed.lexeme(h.syllable)
      || seed.lexeme(left(h.syllable, 1)) end
    || seed.phone_lexemes(t.phone) || seed.owner_lexeme(t.owner_id))::tsvector
from contacts t cross join lateral (select substr(t.name, 1, 1) as a, substr(t.name, 2, 1) as b, substr(t.name, 3, 1) as c) x
join seed.letter s on s.letter = x.a join seed.letter g on g.letter = x.b left join seed.letter h on h.letter = x.c
where t.org_id = (select org_id from seed.plan);
