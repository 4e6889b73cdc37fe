import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { detect } from 'chardet';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { badFile } from './sheet.ts';

/** How the bytes of a CSV file become cells. */
export interface TextForm {
  readonly encoding: string;
  readonly delimiter: string;
}

export type FileForm = { readonly kind: 'xlsx' } | ({ readonly kind: 'csv' } & TextForm);

/** Encodings a person may choose when ours was guessed wrong. */
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'windows-1252',
] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

const sampleBytes = 256 * 1024;

/** Finds out what a file is by its bytes, never by its name; what was chosen by hand is taken over. */
export async function sniffFile(path: string, chosen: Partial<TextForm> = {}): Promise<FileForm> {
  const sample = await firstBytes(path);
  if (sample.length === 0) throw badFile('file_empty');
  if (sample.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return { kind: 'xlsx' };
  if (sample.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw badFile('old_excel');
  const encoding = chosen.encoding ?? (await encodingOf(path, sample));
  const text = iconv.decode(sample, encoding);
  if (isBinary(text)) throw badFile('not_a_sheet');
  return { kind: 'csv', encoding, delimiter: chosen.delimiter ?? delimiterOf(text) };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function encodingOf(path: string, sample: Buffer): Promise<string> {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  // Half of the bytes of ASCII letters in UTF-16 are zero; no other text has any.
  if ((zeros[1] ?? 0) > sample.length / 20) return 'utf-16le';
  if ((zeros[0] ?? 0) > sample.length / 20) return 'utf-16be';
  if (await isUtf8(path)) return 'utf-8';
  const guess = detect(sample)?.toLowerCase() ?? '';
  // GB18030 decodes nearly anything, and Chinese files are by far the most usual ones that are not UTF-8.
  if (/^(big5|shift_jis)$/.test(guess) && losses(sample, 'gb18030') > losses(sample, guess)) return guess;
  if (/^(windows|iso)-/.test(guess) && losses(sample, 'gb18030') > 0) return 'windows-1252';
  return 'gb18030';
}

function losses(sample: Buffer, encoding: string): number {
  // The cut at the end of the sample may halve a character: that is no loss.
  return iconv.decode(sample, encoding).slice(0, -2).split('\ufffd').length - 1;
}

/** The whole file, because the first accented letter may come late. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return (text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0) > text.length / 200;
}

/** The sign that cuts the first rows into the same number of columns, more than one if any does. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).slice(0, 60);
  const head = lines.slice(0, Math.max(1, lines.length - 1)).join('\n');
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = widthsOf(head, delimiter);
    const usual = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 1;
    if (usual < 2) continue;
    const even = widths.filter((width) => width === usual).length / widths.length;
    const score = even * 100 + Math.min(usual, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsOf(text: string, delimiter: string): number[] {
  const settings = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    to: 20,
    bom: true,
  };
  try {
    return (parse(text, settings) as string[][]).map((row) => row.length);
  } catch {
    return [];
  }
}
