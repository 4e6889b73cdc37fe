insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'leads', t.id, t.company, null, t.owner_id, t.created_at,
  jsonb_strip_nulls(jsonb_build_object('phone', t.phone, 'contactName', t.contact_name, 'region', t.region)),
  (seed.company_lexemes(c, b, e) || seed.phone_lexemes(t.phone) || seed.owner_lexeme(t.owner_id))::tsvector
from leads t join seed.lead l using (id) join seed.company n on n.n = l.company_n
join seed.city c on c.city = n.city join seed.brand b on b.brand = n.brand join seed.tail e on e.tail = n.trade || n.form
where t.org_id = (select org_id from seed.plan);

insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'contracts', t.id, t.name, t.account_id, t.owner_id, t.created_at,
  jsonb_strip_nulls(jsonb_build_object('number', t.number)),
  (seed.brand_lexemes(b, e) || coalesce(seed.number_lexemes(t.number, '2B'), '') || seed.owner_lexeme(t.owner_id))::tsvector
from contracts t join seed.contract d using (id)
join seed.brand b on b.brand = d.brand join seed.tail e on e.tail = d.product || '项目'
where t.org_id = (select org_id from seed.plan);

insert into search_documents (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
select t.org_id, 'receipts', t.id, t.number, t.account_id, t.owner_id, t.created_at,
  jsonb_strip_nulls(jsonb_build_object('payer', t.payer, 'reference', t.reference)),
  (seed.number_lexemes(t.number, '1A') || replace(seed.company_lexemes(c, b, e), ':1A', ':2B')
    || '''' || lower(t.reference) || ''':2B ' || seed.owner_lexeme(t.owner_id))::tsvector
from receipts t join seed.account a on a.id = t.account_id join seed.company n on n.n = a.company
join seed.city c on c.city = n.city join seed.brand b on b.brand = n.brand join seed.tail e on e.tail = n.trade || n.form
where t.org_id = (select org_id from seed.plan);
