import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { channelChoices } from '#accounts/model.ts';
import { systemStep } from '#identity/public.ts';
import { linkAll } from '#kernel/chain.ts';
import type { Database } from '#kernel/db.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { StartProblem } from '#kernel/start-problem.ts';
import { slices } from '../slices.ts';
import { dropIndexes, largeTables } from './seed-size/indexes.ts';
import { type SeedRep, seedDomain, seedPeople } from './seed-size/people.ts';
import { type SeedSize, seedSizes } from './seed-size/sizes.ts';
import { nameParts, readings } from './seed-size/words.ts';

const folder = new URL('../../../db/seed/', import.meta.url);
/** A year and a half of business. */
const days = 540;

type Say = (line: string) => void;

/**
 * Fills an empty database with a company of a given size for measuring: people by our own commands, everything else by
 * the SQL of db/seed, with the secondary indexes built afterwards. The same company every time, but for the day it ends.
 */
export async function seedOfSize(
  database: Database,
  ownerUrl: string,
  name: string,
  say: Say,
): Promise<string> {
  const size = seedSizes[name];
  if (!size) throw new StartProblem(`--size is one of ${Object.keys(seedSizes).join(', ')}`);
  const present = await database.pool.query('select 1 from orgs limit 1');
  if (present.rows.length > 0) throw new StartProblem('seed --size needs an empty database');
  const password = `Bench-${randomBytes(9).toString('base64url').replace(/[-_]/g, 'x')}`;
  const began = performance.now();
  const settings = {
    reactions: slices.flatMap((slice) => slice.reactions ?? []),
    systemStep,
    log: silentLog(),
  };
  const { orgId, reps } = await timed('people', say, () => seedPeople(database, size, password));
  // Reactions on a new company: its pool, its pipeline.
  await linkAll(database);
  await dispatchAll(database, settings);

  const indexes = await withClient(ownerUrl, async (client) => {
    const dropped = await dropIndexes(client, largeTables);
    await runFile(client, '01-ground.sql');
    await layGround(client, { orgId, size, reps });
    return dropped;
  });
  const lane = (...files: string[]) => runFiles(ownerUrl, files, say);
  await lane('02-companies.sql', '03-accounts.sql');
  await Promise.all([lane('04-leads.sql'), lane('05-opportunities.sql')]);
  await Promise.all([lane('06-activities.sql'), lane('07-contracts.sql', '08-receivables.sql')]);
  await lane('09-search.sql');
  await Promise.all([lane('10-search-customers.sql'), lane('11-search-others.sql')]);
  await timed('indexes', say, () => buildIndexes(ownerUrl, indexes));
  await timed('places in the chain', say, () => linkAll(database));
  await timed('statistics', say, () =>
    withClient(ownerUrl, async (client) => {
      await runFile(client, '12-end.sql');
      await client.query('vacuum (analyze)');
    }),
  );
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  return [
    `Size ${name} seeded in ${minutes} minutes.`,
    `Sign in as rep1@${seedDomain} … rep${reps.length}@${seedDomain}, manager1@…, director@…, admin@…, finance1@…`,
    `Password for all of them: ${password}`,
  ].join('\n');
}

async function layGround(
  client: Client,
  { orgId, size, reps }: { orgId: string; size: SeedSize; reps: readonly SeedRep[] },
): Promise<void> {
  const { leads, accounts, opportunities, activities, contracts, receipts } = size;
  await client.query(
    `insert into seed.plan values ($1, date_trunc('day', now()), $2, $3, $4, $5, $6, $7, $8, $9)`,
    [orgId, days, reps.length, leads, accounts, opportunities, activities, contracts, receipts],
  );
  const { city, first, second, trade, form, surname, given, product, title, talk } = nameParts;
  const channels = channelChoices.map((choice) => choice.key);
  await client.query('insert into seed.words values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    city,
    first,
    second,
    trade,
    form,
    surname,
    given,
    product,
    title,
    talk,
    channels,
  ]);
  const letters = readings();
  await client.query('insert into seed.letter select * from unnest($1::text[], $2::text[])', [
    letters.map(([letter]) => letter),
    letters.map(([, syllable]) => syllable),
  ]);
  await client.query(
    'insert into seed.rep select number, id, manager from unnest($1::uuid[], $2::uuid[]) with ordinality as r(id, manager, number)',
    [reps.map((rep) => rep.id), reps.map((rep) => rep.managerId)],
  );
}

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/**
 * Statement by statement, each committed, and tables analysed when they are filled: the checks of foreign keys that
 * follow are planned by what is known of the tables, and a full one that counts as empty is read whole for every row.
 */
async function runFile(client: Client, file: string): Promise<void> {
  const statements = readFileSync(new URL(file, folder), 'utf8').split(/;\n/);
  for (const statement of statements.filter((text) => text.trim() !== '')) {
    await client.query(statement);
    const filled = /^insert into (\w+)/m.exec(statement)?.[1];
    if (filled) await client.query(`analyze ${filled}`);
  }
}

/** Runs files one after another on a connection of their own; a crash in between leaves a database to throw away. */
function runFiles(ownerUrl: string, files: readonly string[], say: Say): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      `set synchronous_commit = off; set work_mem = '256MB'; set statement_timeout = 0; set jit = off`,
    );
    for (const file of files) await timed(file, say, () => runFile(client, file));
  });
}

/** Largest tables first, on two connections at once. */
async function buildIndexes(ownerUrl: string, definitions: readonly string[]): Promise<void> {
  const waiting = [...definitions];
  const build = () =>
    withClient(ownerUrl, async (client) => {
      await client.query(
        `set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 0; set statement_timeout = 0`,
      );
      for (let next = waiting.shift(); next; next = waiting.shift()) await client.query(next);
    });
  await Promise.all([build(), build()]);
}

async function timed<T>(what: string, say: Say, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  say(`${what.padEnd(26)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
