import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { Refusal } from '../values/refusal.ts';
import { badFile } from './sheet.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads XML piece by piece; after each piece control goes back, so that what was found can be passed on.
 * A document type is refused, so there are no entities of the file's own, inside or outside.
 */
export async function* readXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  let failure: Error | undefined;
  parser.on('doctype', () => {
    failure ??= badFile('file_with_dtd');
  });
  parser.on('error', () => {
    failure ??= badFile('broken_file');
  });
  parser.on('opentag', (tag) => handlers.open?.(plain(tag.name), tag.attributes as Record<string, string>));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(plain(tag.name)));
  const decoder = new StringDecoder('utf8');
  try {
    for await (const chunk of stream) {
      parser.write(decoder.write(chunk as Buffer));
      if (failure) throw failure;
      yield;
    }
    parser.write(decoder.end()).close();
    if (failure) throw failure;
    yield;
  } catch (error) {
    throw error instanceof Refusal ? error : badFile('broken_file');
  } finally {
    stream.destroy();
  }
}

/** `x:row` is a row as well: some writers prefix everything. */
function plain(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads all of a small part. */
export async function readAllXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _piece of readXml(stream, handlers));
}
