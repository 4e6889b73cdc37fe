import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../list-files.ts';
import { renamed, type SliceNames } from './names.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Every file of a new slice, below the project's root. The pattern is samples/, a slice that the compiler reads. */
export function sliceFiles(names: SliceNames): Record<string, string> {
  const files: Record<string, string> = {};
  for (const path of listFiles(HERE, ['samples'])) {
    // Under its real ending the test of the pattern would run here, where there is no such table.
    const target = path.replace('.db-test.', '.db.test.').replace(/^samples\//, `src/${names.many}/`);
    files[renamed(target, names)] = renamed(readFileSync(join(HERE, path), 'utf8'), names);
  }
  return files;
}

/** The migration that makes the table, numbered after the last one there is. */
export function migrationFile(names: SliceNames, migrations: readonly string[]): Record<string, string> {
  const last = Math.max(0, ...migrations.map((name) => Number.parseInt(name, 10)).filter(Number.isFinite));
  const number = String(last + 1).padStart(4, '0');
  const text = readFileSync(join(HERE, 'samples.sql'), 'utf8');
  return { [`db/migrations/${number}-${names.many}.sql`]: renamed(text, names) };
}
