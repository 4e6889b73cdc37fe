-- What the other files of this folder draw from. Everything here is thrown away when the seed is done.
-- `npm run cli -- seed --size S|M` fills the one-row tables seed.plan and seed.words, and seed.letter, before 02 runs.

drop schema if exists seed cascade;
create schema seed;

-- 0 … size-1, the same for the same row: a seed that is run twice makes the same company.
create function seed.pick(row_number bigint, salt integer, size integer) returns integer
  language sql immutable parallel safe
  return ((hashint8extended(row_number, salt) & 9223372036854775807) % size)::integer;

create function seed.share(row_number bigint, salt integer) returns double precision
  language sql immutable parallel safe
  return seed.pick(row_number, salt, 1000000) / 1e6::double precision;

-- A UUIDv7 of that moment.
create function seed.id(at timestamptz, salt integer, row_number bigint) returns uuid
  language sql immutable parallel safe
  return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
    || substr(md5(salt || '/' || row_number), 1, 3) || '8' || substr(md5(salt || '/' || row_number), 4, 15))::uuid;

create table seed.plan (
  org_id uuid not null,
  -- everything lies before it
  today timestamptz not null,
  days integer not null,
  reps integer not null,
  leads integer not null,
  accounts integer not null,
  opportunities integer not null,
  activities integer not null,
  contracts integer not null,
  receipts integer not null
);
create table seed.words (
  city text[], first text[], second text[], trade text[], form text[], surname text[], given text[], product text[],
  title text[], talk text[], channel text[]
);
-- Read for every row: unpacked, in the row itself.
alter table seed.words alter city set storage plain, alter first set storage plain, alter second set storage plain,
  alter trade set storage plain, alter form set storage plain, alter surname set storage plain, alter given set storage plain,
  alter product set storage plain, alter title set storage plain, alter talk set storage plain, alter channel set storage plain;
create table seed.letter (letter text primary key, syllable text not null);
create table seed.rep (number integer primary key, id uuid not null, manager_id uuid not null);

-- Four digits, more when they are needed: lpad alone would cut the fifth off.
create function seed.padded(count bigint) returns text language sql immutable parallel safe
  return lpad(count::text, greatest(4, length(count::text)), '0');
