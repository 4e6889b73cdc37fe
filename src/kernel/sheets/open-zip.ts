import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { badFile, sheetLimits } from './sheet.ts';

/** The parts of a packed workbook by name; reading one never gives more bytes than it declared. */
export interface Packed {
  has(name: string): boolean;
  read(name: string, atMost: number): Promise<Readable>;
  close(): void;
}

/** Opens a zip and refuses bombs by what its directory says, before anything is unpacked. */
export async function openZip(path: string): Promise<Packed> {
  // validateEntrySizes: a part that unpacks to more than it declares is cut off with an error.
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
  }).catch(() => {
    throw badFile('broken_file');
  });
  try {
    if (zip.entryCount > sheetLimits.zipEntries) throw badFile('unpacks_too_big');
    const entries = await listEntries(zip);
    return {
      has: (name) => entries.has(name),
      async read(name, atMost) {
        const entry = entries.get(name);
        if (!entry) throw badFile('not_a_sheet');
        refuseBomb(entry, atMost);
        return zip.openReadStreamPromise(entry).catch(() => {
          throw badFile('broken_file');
        });
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function refuseBomb(entry: Entry, atMost: number): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  const bomb = size > sheetLimits.ratioFreeBytes && size > packed * sheetLimits.packingRatio;
  if (size > atMost || bomb) throw badFile('unpacks_too_big');
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(badFile('broken_file')));
    zip.readEntry();
  });
}
