import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { seedOfSize } from '#app/cli/seed-size.ts';
import { compose } from '#app/composition.ts';
import { loadConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/db.ts';
import { migrate } from '#kernel/migrate.ts';
import { borrowDatabase, startDatabase } from '#kernel/postgres.ts';
import { castPlayers } from './cast.ts';
import { measureDuplicates } from './duplicates.ts';
import { measureExport, measureImport } from './files.ts';
import { measureForms } from './forms.ts';
import { load } from './load.ts';
import { cpuOf, cpuOfChildren, memoryOf, startNode } from './node-process.ts';
import { type Recording, record, replay } from './raw.ts';
import { allScenarios, type Scenario } from './scenarios.ts';
import { type Line, printTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'M' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '1,16' },
    rows: { type: 'string', default: '20000' },
    file: { type: 'string', default: '../shared/data/leads-cn.csv' },
    truth: { type: 'string', default: '../shared/data/leads-cn.truth.csv' },
  },
});
const seconds = Number(options.seconds);
const wanted = options.only?.split(',');
const isWanted = (group: string) => wanted?.includes(group) ?? true;
const say = (line: string) => console.log(line);

/** A folder that is kept and measured again, or one that is thrown away. */
const kept = process.env.BENCH_DATA;
const dataDir = resolve(kept ?? mkdtempSync(join(tmpdir(), 'yingdan-bench-')));
const config = loadConfig({ ...process.env, DATA_DIR: dataDir, DEMO: '0' });

/** Fills the folder unless it is filled; the settings of the database are those of the product, fsync included. */
async function prepare(): Promise<void> {
  const storage = await startDatabase(config, say);
  const database = openDatabase(storage.appUrl, 4);
  try {
    await migrate(storage.ownerUrl, {});
    compose(config);
    const present = await database.pool.query('select 1 from orgs limit 1');
    if (present.rows.length === 0) say(await seedOfSize(database, storage.ownerUrl, options.size, say));
  } finally {
    await database.close();
    await storage.stop();
  }
}

interface Place {
  readonly origin: string;
  readonly pid: number;
  readonly postmaster: number;
  readonly appUrl: string;
  readonly orgId: string;
}

/** Over HTTP and raw, one right after the other, so that both meet the same machine. */
async function measure(scenario: Scenario, connections: number, place: Place): Promise<Line> {
  const recordings: Recording[] = [];
  for (const { player, input } of scenario.inputs(scenario.writes ? 60 * Math.ceil(seconds) : 20))
    recordings.push(await record(place.appUrl, player, scenario.operation, input));
  const settings = {
    orgId: place.orgId,
    connections,
    seconds: Math.max(1, seconds / 2),
    once: scenario.writes,
    mode: scenario.writes ? ('' as const) : ('read only' as const),
  };
  const talkers = scenario.talkers(connections);
  if (!scenario.writes) await replay(place.appUrl, recordings, { ...settings, seconds: 0.5 });
  const raw = await replay(place.appUrl, recordings, settings);
  const bare = scenario.writes ? null : await replay(place.appUrl, recordings, { ...settings, bare: true });
  await load(place.origin, talkers, { seconds: 0.1, warmup: 1 });
  const [cpu, databaseCpu] = [cpuOf(place.pid), cpuOfChildren(place.postmaster)];
  const http = await load(place.origin, talkers, { seconds, warmup: 0 });
  if (http.complaint) say(`  ${scenario.name}: ${http.failures} failed, the first: ${http.complaint}`);
  const each = (sum: number) => (sum / Math.max(1, http.requests)) * 1000;
  return {
    group: scenario.group,
    name: scenario.name,
    connections,
    requests: http.requests,
    failures: http.failures,
    perSecond: http.perSecond,
    p50: http.p50,
    p95: http.p95,
    serverCpu: each(cpuOf(place.pid) - cpu),
    databaseCpu: each(cpuOfChildren(place.postmaster) - databaseCpu),
    statements: recordings[0]?.length ?? 0,
    raw: { perSecond: raw.perSecond, p50: raw.p50, p95: raw.p95 },
    bare: bare && { perSecond: bare.perSecond, p50: bare.p50, p95: bare.p95 },
    ratio: http.p50 / raw.p50,
    target: scenario.target ?? null,
  };
}

async function main(): Promise<void> {
  await prepare();
  const node = await startNode(dataDir, {}, process.env.BENCH_NODE?.split(' ') ?? []);
  const idle = memoryOf(node.pid);
  say(`Server ready after ${node.startSeconds.toFixed(1)} s, ${idle.toFixed(0)} MB`);
  const storage = await borrowDatabase(config);
  const database = openDatabase(storage.appUrl, 4);
  const owner = new pg.Client({ connectionString: storage.ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  const lines: Line[] = [];
  const files = [];
  try {
    const cast = await castPlayers(database, owner);
    const { rows } = await owner.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    const folder = rows[0]?.folder ?? '';
    const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const place = { ...node, postmaster, appUrl: storage.appUrl, orgId: cast.orgId };
    for (const scenario of await allScenarios(cast, owner)) {
      if (!isWanted(scenario.group)) continue;
      for (const connections of options.connections.split(',').map(Number)) {
        const line = await measure(scenario, connections, place);
        lines.push(line);
        printTable([line], lines.length === 1);
      }
    }
    if (isWanted('import')) files.push(await measureImport(node.origin, cast.all, Number(options.rows)));
    if (isWanted('forms')) files.push(await measureForms(node.origin, cast.all, Math.max(10, seconds)));
    if (isWanted('export')) files.push(await measureExport(node.origin, cast.tree));
    for (const one of files)
      say(`${one.name} ${one.rows} in ${one.seconds.toFixed(1)} s: ${one.perSecond.toFixed(0)}/s`);
  } finally {
    const memory = memoryOf(node.pid);
    say(`Server at the end: ${memory.toFixed(0)} MB; started in ${node.startSeconds.toFixed(1)} s`);
    await owner.end();
    await database.close();
    await node.stop();
    const results = new URL('results/', import.meta.url);
    mkdirSync(results, { recursive: true });
    const at = new Date().toISOString();
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
    const start = { seconds: node.startSeconds, idleMb: idle, endMb: memory };
    const path = new URL(`${at.replace(/[:.]/g, '-').toLowerCase()}.json`, results);
    writeFileSync(path, JSON.stringify({ at, size: options.size, machine, start, lines, files }, null, 2));
    say(`Written to ${path.pathname}`);
    if (!kept) rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Asked for alone it needs no server: how well records of one company are found, on a file whose truth is known. */
function reportDuplicates(): void {
  say('Duplicates              rows    pairs  precision  recall  seconds');
  for (const one of measureDuplicates(options.file, options.truth))
    say(
      `${one.name.padEnd(22)} ${String(one.rows).padStart(6)} ${String(one.pairs).padStart(8)}  ${one.precision.toFixed(4)}     ${one.recall.toFixed(4)}  ${one.seconds.toFixed(1)}`,
    );
}

if (isWanted('duplicates')) reportDuplicates();
if (options.only !== 'duplicates') await main();
