import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../values/id.ts';
import { checkKey, type FileKey, type FileStore, measured } from './store.ts';
import { writeDurably } from './write-durably.ts';

/** Unfinished writes of a killed process are removed when they are older than this. */
const unfinishedMs = 24 * 3_600_000;

/** Keeps files in DATA_DIR/files, spread over folders by the last characters of their random ids. */
export function localStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  const pathOf = (key: FileKey) => {
    checkKey(key);
    return join(root, key.orgId, key.id.slice(-2), key.id);
  };
  return {
    async put(key, content) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true });
      const passing = measured(content);
      await writeDurably(path, passing.content);
      return passing.result();
    },
    async get(key) {
      const file = await open(pathOf(key), 'r');
      return createReadStream('', { fd: file });
    },
    async sizeOf(key) {
      const found = await stat(pathOf(key)).catch(() => null);
      return found?.size ?? null;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (orgId) => listFolder(join(root, orgId)),
  };
}

async function* listFolder(folder: string): AsyncIterable<{ id: string; writtenAt: Date }> {
  const parts = await readdir(folder).catch(() => [] as string[]);
  for (const part of parts) {
    for (const name of await readdir(join(folder, part))) {
      const found = await stat(join(folder, part, name)).catch(() => null);
      if (!found) continue;
      if (name.endsWith('.part')) {
        if (Date.now() - found.mtimeMs > unfinishedMs) await rm(join(folder, part, name), { force: true });
      } else if (isId(name)) yield { id: name, writtenAt: found.mtime };
    }
  }
}
