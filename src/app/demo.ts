import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoStep, systemStep } from '#identity/public.ts';
import { linkAll } from '#kernel/chain.ts';
import type { Config } from '#kernel/config.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import type { DemoWorld } from '#kernel/demo.ts';
import { type DispatchSettings, dispatchAll, skipFacts } from '#kernel/dispatch.ts';
import type { Log } from '#kernel/log.ts';
import { compose } from './composition.ts';
import { slices } from './slices.ts';

const seed = 20_260_101;

/** Mulberry32: the demo company is the same on every machine. */
function steadyRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Fills an empty database with the demo company, all in one transaction so that a killed start leaves nothing half done.
 * Returns the lines that tell how to sign in; null when the database holds a company of its own.
 */
export async function seedDemoOnce(
  config: Config,
  database: Database,
  say: (line: string) => void,
): Promise<string | null> {
  compose(config);
  const path = join(config.dataDir, 'demo-password');
  const present = await database.pool.query<{ demo: boolean }>('select demo from orgs limit 1');
  const company = present.rows[0];
  if (company)
    return company.demo && existsSync(path) ? signInLines(readFileSync(path, 'utf8').trim()) : null;
  say('Seeding the demo company …');
  const password = `Yingdan-${randomBytes(6).toString('base64url').replace(/[-_]/g, 'x')}`;
  await inTransaction(database, null, async (tx, now) => {
    const world: DemoWorld = {
      tx,
      today: now,
      random: steadyRandom(seed),
      made: new Map([['password', password]]),
      as: (email, at) => demoStep(world, email, at),
    };
    for (const slice of slices) await slice.demo?.seed(world);
  });
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return signInLines(password);
}

/**
 * Lets every reaction hear the demo company's facts before anybody comes in: a deal without its next step, or an
 * approval that takes effect half a minute late, would be the first thing seen. Goes on where a killed start stopped.
 */
export async function settleDemo(database: Database, log: Log): Promise<void> {
  const reactions = slices.flatMap((slice) => slice.reactions ?? []);
  const done = slices.flatMap((slice) => slice.demo?.done ?? []);
  const settings = { reactions, systemStep, log };
  // What reactions do is announced in its turn, and heard in the next round.
  for (let round = 0; (await linkAll(database)) > 0 || round === 0; round += 1) {
    if (round === 0) await skipSeeded(database, settings, done);
    await dispatchAll(database, settings);
  }
}

/** Only while nothing has been heard: facts of a later day are not the seed's. */
async function skipSeeded(
  database: Database,
  settings: DispatchSettings,
  done: readonly string[],
): Promise<void> {
  const fresh = await database.pool.query<{ id: string }>(
    'select o.id from orgs o where not exists (select from reaction_positions p where p.org_id = o.id)',
  );
  for (const { id } of fresh.rows) await skipFacts(database, id, settings, done);
}

function signInLines(password: string): string {
  const at = '@demo.yingdan.test';
  return [
    `Sign in as rep1${at} … rep12${at}, manager1${at}, marketing${at}, finance${at}, service${at}, admin${at} or auditor${at}`,
    `Password for all of them: ${password}`,
  ].join('\n');
}
