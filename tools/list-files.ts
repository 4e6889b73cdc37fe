import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold nothing written by hand. */
const SKIPPED = new Set(['node_modules', '.git', '.data', 'dist', 'shots', 'coverage', 'test-results']);

/** All files below the given folders of a project, as `src/app/server.ts`, in a stable order. */
export function listFiles(root: string, folders: readonly string[] = ['.']): string[] {
  const found: string[] = [];
  for (const folder of folders) collect(root, folder === '.' ? '' : folder, found);
  return found.sort();
}

function collect(root: string, folder: string, found: string[]): void {
  const here = join(root, folder);
  if (!existsSync(here)) return;
  for (const entry of readdirSync(here, { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) collect(root, path, found);
  }
}
