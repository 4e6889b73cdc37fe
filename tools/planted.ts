import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';
import type { Files } from './planted/model-project.ts';
import { LAWS } from './rooms/all-laws.ts';
import { applyLaws } from './rooms/law.ts';
import { sourceFile, treeOf } from './rooms/source-tree.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Writes a small project into a folder of its own, hands it over and removes it again. */
export async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yingdan-planted-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the laws of check-rooms find in a project that exists only in memory. */
export function roomFindings(files: Files): Finding[] {
  return applyLaws(LAWS, treeOf(Object.entries(files).map(([path, text]) => sourceFile(path, text))));
}
