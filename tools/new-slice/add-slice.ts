import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SliceNames } from './names.ts';
import { migrationFile, sliceFiles } from './slice-files.ts';

/** Writes a new slice into a project and enters it in the lists. Refuses when there is one already. */
export function addSlice(root: string, names: SliceNames): string[] {
  if (existsSync(join(root, 'src', names.many))) throw new Error(`src/${names.many} is there already.`);
  const migrations = join(root, 'db', 'migrations');
  const files = {
    ...sliceFiles(names),
    ...migrationFile(names, existsSync(migrations) ? readdirSync(migrations) : []),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  change<string[]>(root, 'src/app/order.json', (order) =>
    order.includes(names.many) ? order : [...order, names.many],
  );
  change<Record<string, string>>(root, 'db/owners.json', (owners) => ({
    ...owners,
    [names.many]: names.many,
  }));
  return Object.keys(files);
}

function change<T>(root: string, path: string, edit: (present: T) => T): void {
  const file = join(root, path);
  const present = JSON.parse(readFileSync(file, 'utf8')) as T;
  writeFileSync(file, `${JSON.stringify(edit(present), null, 2)}\n`);
}
