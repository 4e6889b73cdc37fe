import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { lintCatalog } from './lint-catalog.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Breaks a law inside a transaction that is thrown away, and answers what the lint says that it did not say before. */
async function after(sql: string): Promise<string[]> {
  return withClient(database.ownerUrl, async (client) => {
    const before = new Set(
      (await lintCatalog(client)).map(({ subject, problem }) => `${subject} ${problem}`),
    );
    await client.query('begin');
    await client.query(sql);
    const found = (await lintCatalog(client)).map(({ subject, problem }) => `${subject} ${problem}`);
    await client.query('rollback');
    return found.filter((sentence) => !before.has(sentence));
  });
}

const good = `create table planted (org_id uuid not null, id uuid not null, primary key (org_id, id));
              select yd_tenant_table('planted');`;

test('the schema keeps every law', async () => {
  expect(await withClient(database.ownerUrl, lintCatalog)).toEqual([]);
});

test('a tenant table made as the others is accepted', async () => {
  expect(await after(good)).toEqual([]);
});

describe('each law bites', () => {
  test.each([
    ['a table without organisation', 'create table planted (id uuid primary key)', /no column org_id/],
    [
      'a table without the wall',
      'create table planted (org_id uuid not null, id uuid, primary key (org_id, id))',
      /no row-level/,
    ],
    ['a table without key', 'create table planted (org_id uuid not null)', /no primary key/],
    [
      'a key that does not start with org_id',
      'create table planted (org_id uuid not null, id uuid primary key)',
      /start with org_id/,
    ],
    [
      'a unique index over all organisations',
      `${good} create unique index planted_id on planted (id)`,
      /start with org_id/,
    ],
    [
      'a foreign key without org_id',
      `${good} create table leaf (org_id uuid not null, id uuid not null, primary key (org_id, id), o uuid not null, foreign key (o, id) references planted (org_id, id))`,
      /both sides/,
    ],
    [
      'a foreign key to a local table',
      `${good} alter table planted add foreign key (org_id) references orgs (id)`,
      /joins planted to orgs/,
    ],
    ['a policy that opens the wall', `${good} create policy open on planted using (true)`, /opens the wall/],
    [
      'row-level security switched off',
      'alter table events disable row level security',
      /events has no row-level/,
    ],
    [
      'a trigger',
      `${good} create function planted_f() returns trigger language plpgsql as 'begin return new; end'; create trigger planted_t before insert on planted for each row execute function planted_f()`,
      /is a trigger/,
    ],
    ['a rule', `${good} create rule planted_r as on delete to planted do instead nothing`, /is a rule/],
    [
      'a deferrable constraint',
      `${good} alter table planted add unique (org_id, id) deferrable`,
      /deferrable/,
    ],
    ['a serial column', `${good} alter table planted add column n bigserial`, /is a sequence/],
    [
      'an exclusion constraint',
      `${good} alter table planted add exclude using btree (id with =)`,
      /exclusion constraint/,
    ],
    ['an unlogged table', `${good} alter table planted set unlogged`, /unlogged/],
    ['an event that can be changed', 'grant update on events to yingdan_app', /events grants UPDATE/],
    ['a fact that can be removed', 'grant delete on event_links to yingdan_app', /event_links grants DELETE/],
    ['a table that can be emptied', 'grant truncate on orgs to yingdan_app', /orgs grants TRUNCATE/],
    [
      'a partition reached past its parent',
      'grant select on events_2026_01 to yingdan_app',
      /events_2026_01 grants/,
    ],
    [
      'an app role that owns a table',
      `${good} alter table planted owner to yingdan_app`,
      /belongs to the app role/,
    ],
    [
      'a function with the rights of its owner',
      `create function planted_f() returns int language sql security definer as 'select 1'`,
      /security definer/,
    ],
    [
      'a view with the rights of its owner',
      'create view planted_v as select * from orgs',
      /security_invoker/,
    ],
    ['an exception that outlived its table', 'drop table login_places', /does not exist/],
  ])('%s', async (_name, sql, sentence) => {
    expect((await after(sql)).join('\n')).toMatch(sentence);
  });
});
