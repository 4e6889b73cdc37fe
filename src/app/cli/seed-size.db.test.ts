import { expect, test } from 'vitest';
import { expectNoOffenders } from '#kernel/checks-run.ts';
import { openDatabase } from '#kernel/db.ts';
import { testDatabase } from '#kernel/testing/database.ts';
import { compose } from '../composition.ts';
import { slices } from '../slices.ts';
import { seedSizes } from './seed-size/sizes.ts';
import { seedOfSize } from './seed-size.ts';

test('the company for measuring has the size it says and breaks no invariant', {
  timeout: 240_000,
}, async () => {
  const store = await testDatabase();
  const database = openDatabase(store.appUrl);
  try {
    compose({ sessionSecret: 'a secret for this test only, 32 long', publicUrl: 'http://localhost' });
    const told = await seedOfSize(database, store.ownerUrl, 'S', () => undefined);
    expect(told).toMatch(/rep12@/);
    await expectNoOffenders(
      database,
      slices.flatMap((slice) => slice.checks ?? []),
    );
    const { rows } = await database.pool.query(
      `select relname, reltuples::integer as rows from pg_class where relname in ('leads', 'accounts', 'opportunities', 'activities', 'contracts', 'receipts')`,
    );
    const { leads, accounts, opportunities, activities, contracts, receipts } = seedSizes.S ?? {};
    expect(Object.fromEntries(rows.map((row) => [row.relname, row.rows]))).toEqual({
      leads,
      accounts,
      opportunities,
      activities,
      contracts,
      receipts,
    });
    await expect(seedOfSize(database, store.ownerUrl, 'S', () => undefined)).rejects.toThrow(
      /empty database/,
    );
  } finally {
    await database.close();
    await store.drop();
  }
});
