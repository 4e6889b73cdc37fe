import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file that is either whole or not there, also after a power cut: beside its place, flushed, then renamed.
 * What fails leaves nothing behind.
 */
export async function writeDurably(path: string, content: Buffer | AsyncIterable<Buffer>): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  const file = await open(beside, 'wx', 0o600);
  try {
    if (Buffer.isBuffer(content)) await file.writeFile(content);
    else for await (const chunk of content) await writeAll(file, chunk);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let from = 0; from < chunk.length; ) from += (await file.write(chunk, from)).bytesWritten;
}

/** The new name itself must survive too. Not every file system can do this. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Nothing to be done about it, and the file itself is safe.
  }
}
