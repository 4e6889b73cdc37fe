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

/** A small project in a folder of its own, with the packages of this one. */
export function projectFolder(files: Files): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'yingdan-planted-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes a small project, hands it over and removes it again. */
export async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const { folder, remove } = projectFolder(files);
  try {
    return await use(folder);
  } finally {
    remove();
  }
}

/** What the laws of check-rooms find in a project that exists only in memory. */
export function roomFindings(files: Files): Finding[] {
  return applyLaws(LAWS, treeOf(Object.entries(files).map(([path, text]) => sourceFile(path, text))));
}
