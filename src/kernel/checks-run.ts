import { sql } from 'kysely';
import type { ChainHead } from './chain.ts';
import type { Check } from './checks.ts';
import { brokenLinks, groundChecks, lostFiles, type Offender } from './checks-run/ground.ts';
import { type Database, inTransaction, type Tx } from './db.ts';
import type { FileStore } from './files/store.ts';

export interface CheckResult {
  readonly id: string;
  readonly says: string;
  readonly orgId: string;
  readonly milliseconds: number;
  /** At most a hundred. */
  readonly offenders: readonly Offender[];
}

export interface CheckSettings {
  /** Those of the slices; the ground's own always run. */
  readonly checks?: readonly Check[];
  /** Only this organisation; all of them when left out. */
  readonly orgId?: string;
  /** Without a store the bytes of files are not looked for. */
  readonly store?: FileStore;
  /** Reads every file and compares its hash: slow where there are many. */
  readonly deep?: boolean;
  readonly anchors?: ReadonlyMap<string, readonly ChainHead[]>;
}

const offendersAtMost = 100;

type Look = (tx: Tx, orgId: string) => Promise<readonly Offender[]>;

/** Holds live data against every invariant there is, organisation by organisation. It only reads. */
export async function runChecks(database: Database, settings: CheckSettings = {}): Promise<CheckResult[]> {
  const { store, anchors } = settings;
  const looks: { id: string; says: string; look: Look }[] = [
    {
      id: 'U1',
      says: 'The chain of facts is whole',
      look: (tx, orgId) => brokenLinks(tx, orgId, anchors?.get(orgId) ?? []),
    },
    ...[...groundChecks, ...(settings.checks ?? [])].map(({ id, says, offenders }) => ({
      id,
      says,
      look: async (tx: Tx) =>
        (
          await sql<Offender>`select id::text as id, why from (${offenders}) as found limit ${offendersAtMost}`.execute(
            tx,
          )
        ).rows,
    })),
  ];
  if (store)
    looks.push({
      id: 'L3',
      says: 'Every file has its bytes',
      look: (tx, orgId) => lostFiles(tx, orgId, store, settings.deep ?? false),
    });
  const results: CheckResult[] = [];
  for (const orgId of settings.orgId ? [settings.orgId] : await allOrgs(database))
    for (const { id, says, look } of looks) {
      const began = Date.now();
      const offenders = await looking(database, orgId, look);
      results.push({ id, says, orgId, milliseconds: Date.now() - began, offenders });
    }
  return results;
}

async function allOrgs(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>('select id from orgs order by id');
  return rows.map((row) => row.id);
}

/** A check that cannot be run counts as broken: silence would look like health. */
async function looking(database: Database, orgId: string, look: Look): Promise<readonly Offender[]> {
  try {
    return await inTransaction(
      database,
      orgId,
      async (tx) => {
        // Looking through everything may take longer than a request may.
        await sql`set local statement_timeout = '30min'`.execute(tx);
        return look(tx, orgId);
      },
      'read',
    );
  } catch (error) {
    return [
      { id: 'check', why: `could not be run: ${error instanceof Error ? error.message : String(error)}` },
    ];
  }
}

/** The oracle of tests: throws with every broken invariant of the database. */
export async function expectNoOffenders(database: Database, checks: readonly Check[] = []): Promise<void> {
  const broken = (await runChecks(database, { checks })).filter((result) => result.offenders.length > 0);
  if (broken.length > 0) throw new Error(`broken invariants:\n${broken.map(tellResult).join('\n')}`);
}

/** One result as lines for people. */
export function tellResult({ id, says, offenders, orgId, milliseconds }: CheckResult): string {
  if (offenders.length === 0) return `ok      ${id}  ${says} (${milliseconds} ms)`;
  const lines = offenders.slice(0, 10).map((one) => `          ${one.id}: ${one.why}`);
  const more = offenders.length > 10 ? [`          … ${offenders.length} in all`] : [];
  return [`BROKEN  ${id}  ${says} (organisation ${orgId})`, ...lines, ...more].join('\n');
}
