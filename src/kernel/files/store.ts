import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { isId } from '../values/id.ts';

/** Names stored bytes: only ids of ours, so that no name a person typed can lead anywhere. */
export interface FileKey {
  readonly orgId: string;
  readonly id: string;
}

export interface Stored {
  readonly size: number;
  readonly sha256: Buffer;
}

/** Where the bytes of files are kept. What fails half-way leaves nothing. */
export interface FileStore {
  put(key: FileKey, content: AsyncIterable<Buffer>): Promise<Stored>;
  /** Throws when there are no such bytes. */
  get(key: FileKey): Promise<Readable>;
  /** Null when there are no such bytes. */
  sizeOf(key: FileKey): Promise<number | null>;
  remove(key: FileKey): Promise<void>;
  list(orgId: string): AsyncIterable<{ id: string; writtenAt: Date }>;
}

/** Stops anything but two ids from becoming part of a path. */
export function checkKey({ orgId, id }: FileKey): void {
  if (!isId(orgId) || !isId(id)) throw new Error('a file is named by two ids');
}

/** Lets content through and knows its size and hash afterwards. */
export function measured(content: AsyncIterable<Buffer>): {
  content: AsyncIterable<Buffer>;
  result: () => Stored;
} {
  const hash = createHash('sha256');
  let size = 0;
  async function* through() {
    for await (const chunk of content) {
      size += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  }
  return { content: through(), result: () => ({ size, sha256: hash.digest() }) };
}
