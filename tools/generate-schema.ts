import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '#kernel/migrate.ts';
import { derivedPassword, ensureAppRole, withClient, withLogin } from '#kernel/postgres/external.ts';
import { startScratchServer } from '#kernel/testing/scratch-server.ts';
import { describeSchema } from './schema/describe-schema.ts';

/**
 * Writes db/schema.sql and db/tables.ts from a freshly migrated embedded database.
 * With --check it writes nothing and fails when a committed file differs.
 */
const root = join(import.meta.dirname, '..');
const checkOnly = process.argv.includes('--check');

const server = await startScratchServer();
try {
  const login = new URL(server.url);
  const url = withLogin(server.url, login.username, login.password, 'generated');
  await withClient(server.url, (client) => client.query('create database generated'));
  await ensureAppRole(server.url, derivedPassword(server.url, ''));
  await migrate(url);
  const files = {
    'db/schema.sql': await withClient(url, describeSchema),
    'db/tables.ts': await generateTables(url),
  };
  const stale = Object.entries(files).filter(([path, text]) => current(path) !== text);
  for (const [path, text] of stale) {
    if (checkOnly) console.error(`${path} differs from what the migrations make. Run: npm run generate`);
    else writeFileSync(join(root, path), text);
  }
  if (!checkOnly)
    console.log(stale.length === 0 ? 'Nothing changed.' : `Wrote ${stale.map(([path]) => path).join(', ')}.`);
  process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;
} finally {
  await server.stop();
}

function current(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

/** Column types as our parsers return them: days and exact numbers as text, counts as numbers. */
async function generateTables(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yingdan-tables-'));
  const out = join(folder, 'tables.ts');
  try {
    const mapping = JSON.stringify({ int8: 'number', numeric: 'string', date: 'string' });
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
        ...[
          '--dialect',
          'postgres',
          '--url',
          url,
          '--default-schema',
          'public',
          '--include-pattern',
          'public.*',
        ],
        ...['--type-mapping', mapping, '--out-file', out],
      ],
      { cwd: folder },
    );
    return readFileSync(out, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
