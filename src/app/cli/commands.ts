import { runChecks } from '#kernel/checks-run.ts';
import { loadConfig } from '#kernel/config.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { openFileStore } from '#kernel/files/open-store.ts';
import { silentLog } from '#kernel/log.ts';
import { migrate } from '#kernel/migrate.ts';
import { borrowDatabase } from '#kernel/postgres.ts';
import { StartProblem } from '#kernel/start-problem.ts';
import { compose } from '../composition.ts';
import { seedDemoOnce, settleDemo } from '../demo.ts';
import { slices } from '../slices.ts';
import { diagnose } from './doctor.ts';
import { createKeyFor, invitePerson } from './people.ts';
import { seedOfSize } from './seed-size.ts';

export interface CliOptions {
  readonly demo?: boolean;
  readonly deep?: boolean;
  readonly size?: string;
  readonly email?: string;
  readonly name?: string;
  readonly role?: string;
  readonly scopes?: string;
}

type Command = (options: CliOptions) => Promise<number>;

const config = () => loadConfig(process.env);
const say = (line: string) => console.log(line);

/** Opens the database as the server would, beside a running one if there is one, and closes it again. */
async function withDatabase(
  work: (database: Database, ownerUrl: string) => Promise<number>,
): Promise<number> {
  const settings = config();
  const storage = await borrowDatabase(settings);
  try {
    await migrate(storage.ownerUrl, {});
    const database = openDatabase(storage.appUrl, settings.poolSize);
    compose(settings);
    try {
      return await work(database, storage.ownerUrl);
    } finally {
      await database.close();
    }
  } finally {
    await storage.stop();
  }
}

function need(value: string | undefined, name: string): string {
  if (!value) throw new StartProblem(`--${name} is missing`);
  return value;
}

async function runMigrations(): Promise<number> {
  const storage = await borrowDatabase(config());
  try {
    const applied = await migrate(storage.ownerUrl, {});
    say(applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to do.');
    return 0;
  } finally {
    await storage.stop();
  }
}

async function check({ deep }: CliOptions): Promise<number> {
  return withDatabase(async (database) => {
    const checks = slices.flatMap((slice) => slice.checks ?? []);
    const results = await runChecks(database, { checks, store: openFileStore(config()), deep });
    for (const { id, says, offenders, milliseconds } of results) {
      say(`${offenders.length ? '✗' : '✓'} ${id.padEnd(6)} ${says} (${milliseconds.toFixed(0)} ms)`);
      for (const { id: row, why } of offenders.slice(0, 10)) say(`    ${row}: ${why}`);
    }
    const broken = results.filter((result) => result.offenders.length > 0).length;
    say(
      broken === 0
        ? `All ${results.length} invariants hold.`
        : `${broken} of ${results.length} invariants are broken.`,
    );
    return broken === 0 ? 0 : 1;
  });
}

async function seed({ demo, size }: CliOptions): Promise<number> {
  if (size !== undefined)
    return withDatabase(async (database, ownerUrl) => {
      say(await seedOfSize(database, ownerUrl, size, say));
      return 0;
    });
  if (!demo) throw new StartProblem('seed needs --demo or --size');
  return withDatabase(async (database) => {
    const demo = await seedDemoOnce(config(), database, say);
    if (demo) await settleDemo(database, silentLog());
    say(demo ?? 'The database holds a company already.');
    return 0;
  });
}

/** Every command of the command line: takes its options, answers the exit code. */
export const commands: Readonly<Record<string, Command>> = {
  migrate: runMigrations,
  check,
  seed,
  'user create': ({ email, name, role = 'rep' }) =>
    withDatabase(async (database) => {
      say(await invitePerson(database, { email: need(email, 'email'), name: need(name, 'name'), role }));
      return 0;
    }),
  'api-key create': ({ email, scopes }) =>
    withDatabase(async (database) => {
      say(await createKeyFor(database, need(email, 'email'), scopes ? scopes.split(',') : []));
      return 0;
    }),
  doctor: () => withDatabase((database) => diagnose(config(), database, say)),
};
