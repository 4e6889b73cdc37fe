import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { searchQuery, searchTokens } from './pinyin.ts';
import { cleanText, grams } from './text.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

function sampled<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20_261_117 });
}

async function serverVersion(): Promise<number> {
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query<{ version: number }>("select current_setting('server_version_num')::int as version"),
  );
  return rows[0]?.version ?? 0;
}

test('the bigrams of the database are the bigrams of the code, for whatever text we keep', async () => {
  const letters = '华为技术（有限）公司ＡＢＣabcİıßΣςÄäéЖжЁё①㈱ﬁ½ １２３𠮷🏭\u00a0\u3000.-·';
  const usual = fc.string({ unit: fc.constantFrom(...letters), maxLength: 20 });
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    usual,
  );
  // An older PostgreSQL does not know the letters that Unicode has since added, so there only the usual ones agree.
  const kept = (await serverVersion()) >= 180_000 ? anything : usual;
  const texts = sampled(kept.map(cleanText), 2_000);
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query(
      'select t, yd_grams(t) as grams from unnest($1::text[]) with ordinality as x(t, n) order by n',
      [texts],
    ),
  );
  const different = rows.filter((row) => [...row.grams].sort().join() !== grams(row.t).sort().join());
  expect(different.map((row) => [row.t, row.grams, grams(row.t)])).toEqual([]);
});

test('what is typed finds the name in a real search vector', async () => {
  const name = '华为技术（深圳）有限公司';
  const tokens = searchTokens(name, { phones: ['+8613801234567'] });
  const typed = ['华为', '華為', 'huawei', 'hw', '1380', '4567', 'jishu', '深', '华为 shenzhen', '技术深圳'];
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query(
      'select q, array_to_tsvector($1::text[]) @@ q::tsquery as quoted from unnest($2::text[]) with ordinality as x(q, n) order by n',
      [tokens, [...typed, '小米', '为华'].map(searchQuery)],
    ),
  );
  expect(rows.map((row) => row.quoted)).toEqual([...typed.map(() => true), false, false]);
});

test('nothing that can be typed breaks the query', async () => {
  const queries = sampled(fc.string({ unit: 'binary', maxLength: 30 }), 1_000).map(searchQuery);
  await withClient(database.ownerUrl, (client) =>
    client.query('select count(q::tsquery), count(to_tsquery($$simple$$, q)) from unnest($1::text[]) as q', [
      queries,
    ]),
  );
});
