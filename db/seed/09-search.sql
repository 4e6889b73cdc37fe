-- The documents of global search, word for word as src/search makes them from one record (rules/document-lexemes.ts).
-- A name is put together from pieces, and so are its words: what lies inside a piece is spelt once, not once a row.

create function seed.lexeme(word text) returns text language sql immutable parallel safe
  return '''' || word || ''':1A ';

-- Characters, pairs, pinyin and initials from every character on; `after` follows the word, its own words left out.
create function seed.lexemes(word text, after text default '') returns text language sql stable parallel safe as $$
  with spelt as (
    select array_agg(s.syllable order by i) as syllables, string_agg(left(s.syllable, 1), '' order by i) as initials
    from generate_series(1, length(word || after)) i join seed.letter s on s.letter = substr(word || after, i, 1))
  select string_agg(seed.lexeme(t.token), '')
  from spelt, generate_series(1, length(word)) i,
    lateral (values (substr(word, i, 1)), (substr(word || after, i, 2)),
      (left(array_to_string(syllables[i:], ''), 30)), (substr(initials, i, 30))) t(token)
$$;

create function seed.spelt(word text) returns text language sql stable parallel safe
  return (select string_agg(s.syllable, '' order by i) from generate_series(1, length(word)) i
    join seed.letter s on s.letter = substr(word, i, 1));
create function seed.initials(word text) returns text language sql stable parallel safe
  return (select string_agg(left(s.syllable, 1), '' order by i) from generate_series(1, length(word)) i
    join seed.letter s on s.letter = substr(word, i, 1));

-- Ends of names: trade and form of companies, products of deals.
create table seed.tail as
select tail, seed.lexemes(tail) as lexemes, seed.spelt(tail) as spelt, seed.initials(tail) as initials, left(tail, 1) as head
from (select t || f as tail from seed.words w, unnest(w.trade) t, (select distinct unnest(form) f from seed.words) f
  union select t || '项目' from seed.words w, unnest(w.product) t) t;
alter table seed.tail add primary key (tail);
create table seed.brand as
select brand, seed.lexeme(left(brand, 1)) || seed.lexeme(brand) || seed.lexeme(right(brand, 1)) as lexemes,
  seed.spelt(brand) as spelt, seed.spelt(right(brand, 1)) as spelt_last, seed.initials(brand) as initials
from (select distinct f || s as brand from seed.words w, unnest(w.first) f, unnest(w.second) s) b;
alter table seed.brand add primary key (brand);
create table seed.city as
select city, string_agg(seed.lexeme(substr(city, i, 1)) || case when i < length(city) then seed.lexeme(substr(city, i, 2)) else '' end, '')
    as lexemes, array_agg(seed.spelt(substr(city, i)) order by i) as spelt, array_agg(seed.initials(substr(city, i)) order by i) as initials
from (select unnest(city) as city from seed.words) c, generate_series(1, length(city)) i group by city;
alter table seed.city add primary key (city);
analyze seed.tail;
analyze seed.brand;
analyze seed.city;

-- Brand and tail together: all of a deal's name, most of a company's.
create function seed.brand_lexemes(b seed.brand, t seed.tail) returns text language sql immutable parallel safe
  return b.lexemes || t.lexemes || seed.lexeme(right(b.brand, 1) || t.head)
    || seed.lexeme(left(b.spelt || t.spelt, 30)) || seed.lexeme(left(b.spelt_last || t.spelt, 30))
    || seed.lexeme(left(b.initials || t.initials, 30)) || seed.lexeme(left(right(b.initials, 1) || t.initials, 30));

create function seed.company_lexemes(c seed.city, b seed.brand, t seed.tail) returns text language sql immutable parallel safe
  return c.lexemes || seed.brand_lexemes(b, t) || seed.lexeme(right(c.city, 1) || left(b.brand, 1))
    || seed.lexeme(left(c.spelt[1] || b.spelt || t.spelt, 30)) || seed.lexeme(left(c.spelt[2] || b.spelt || t.spelt, 30))
    || seed.lexeme(left(c.initials[1] || b.initials || t.initials, 30)) || seed.lexeme(left(c.initials[2] || b.initials || t.initials, 30))
    || case when length(c.city) = 3 then seed.lexeme(left(c.spelt[3] || b.spelt || t.spelt, 30))
      || seed.lexeme(left(c.initials[3] || b.initials || t.initials, 30)) else '' end;

-- A number like HT-2026-0042: its words, and all of them together.
create function seed.number_lexemes(number text, place text) returns text language sql immutable parallel safe
  return '''' || split_part(lower(number), '-', 1) || ''':' || place || ' ''' || split_part(number, '-', 2) || ''':' || place
    || ' ''' || split_part(number, '-', 3) || ''':' || place || ' ''' || replace(lower(number), '-', '') || ''':' || place || ' ';

create function seed.phone_lexemes(phone text) returns text language sql immutable parallel safe
  return '''' || substr(phone, 2) || ''':3C ''' || substr(phone, 4) || ''':3C ''' || right(phone, 8) || ''':3C ''' || right(phone, 7)
    || ''':3C ''' || right(phone, 4) || ''':3C ''=' || substr(phone, 4) || ''':4D ';

create function seed.owner_lexeme(owner uuid) returns text language sql immutable parallel safe
  return '''~' || coalesce(owner::text, '') || ''':4D';
