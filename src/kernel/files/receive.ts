import type { FastifyRequest } from 'fastify';
import { isId, newId } from '../values/id.ts';
import { badInput, Refusal } from '../values/refusal.ts';
import { headBytes, mediaTypeOf } from './media-types.ts';
import type { Subject } from './rows.ts';
import type { FileStore, Stored } from './store.ts';

/** An upload whose bytes are safe but which nobody knows of yet. */
export interface Received extends Stored {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly subject: Subject | null;
}

interface Intake {
  readonly orgId: string;
  readonly store: FileStore;
  readonly maxBytes: number;
  /** Stops an upload for a record that is none of the sender's business before its bytes are read. */
  readonly admit: (subject: Subject | null) => Promise<void>;
}

/** Takes the one file of a multipart request into the store; whatever goes wrong, no byte of it stays. */
export async function receiveFile(request: FastifyRequest, intake: Intake): Promise<Received> {
  if (!request.isMultipart()) throw new Refusal('unparsable', 'unparsable');
  const fields = new Map<string, string>();
  let received: Received | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: intake.maxBytes } })) {
      if (received) throw badInput([{ field: part.fieldname, code: 'file_comes_last' }]);
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value));
        continue;
      }
      if (part.fieldname !== 'file') throw badInput([{ field: part.fieldname, code: 'unknown_field' }]);
      const subject = subjectOf(fields);
      await intake.admit(subject);
      received = await keep(part, subject, intake);
    }
    if (!received) throw badInput([{ field: 'file', code: 'required' }]);
    return received;
  } catch (error) {
    if (received) await intake.store.remove({ orgId: intake.orgId, id: received.id });
    throw asRefusal(error);
  }
}

interface FilePart {
  readonly filename: string;
  readonly mimetype: string;
  readonly file: AsyncIterable<Buffer> & { readonly truncated: boolean };
}

async function keep(part: FilePart, subject: Subject | null, { orgId, store }: Intake): Promise<Received> {
  const name = plainName(part.filename);
  const { head, whole } = await peek(part.file, headBytes);
  const media = mediaTypeOf(name, head, part.mimetype);
  if ('refused' in media) throw badInput([{ field: 'file', code: media.refused }]);
  const id = newId();
  const stored = await store.put({ orgId, id }, whole);
  if (part.file.truncated) {
    await store.remove({ orgId, id });
    throw badInput([{ field: 'file', code: 'too_big' }]);
  }
  return { id, name, mediaType: media.type, subject, ...stored };
}

/** What a person sees; never a path. */
function plainName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const ending = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length) || '_';
  return [...stem].slice(0, 180).join('') + ending;
}

function subjectOf(fields: Map<string, string>): Subject | null {
  for (const key of fields.keys())
    if (key !== 'object' && key !== 'subjectId') throw badInput([{ field: key, code: 'unknown_field' }]);
  const object = fields.get('object');
  const subjectId = fields.get('subjectId');
  if (object === undefined && subjectId === undefined) return null;
  if (!object) throw badInput([{ field: 'object', code: 'required' }]);
  if (!isId(subjectId)) throw badInput([{ field: 'subjectId', code: 'not_valid' }]);
  return { object, subjectId };
}

async function peek(source: AsyncIterable<Buffer>, size: number) {
  const chunks = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let have = 0;
  let ended = false;
  while (have < size && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else {
      first.push(next.value);
      have += next.value.length;
    }
  }
  async function* whole() {
    yield* first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head: Buffer.concat(first).subarray(0, size), whole: whole() };
}

/** Whatever is wrong with the form itself is the sender's mistake; trouble with our disk is not. */
function asRefusal(error: unknown): unknown {
  const {
    statusCode,
    code,
    message = '',
  } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode === 413) return badInput([{ field: 'file', code: 'too_big' }]);
  const ofForm = /multipart|boundary|premature|unexpected end|malformed|aborted/i.test(message);
  return ofForm || code === 'ERR_STREAM_PREMATURE_CLOSE' ? new Refusal('unparsable', 'unparsable') : error;
}
