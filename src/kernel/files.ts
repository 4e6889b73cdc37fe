import { type Database, inTransaction } from './db.ts';
import { downloadFile, listFiles, removeFile, uploadFile } from './files/contract.ts';
import { receiveFile } from './files/receive.ts';
import {
  addFile,
  cardOf,
  dropFile,
  filesOf,
  requireFile,
  requireSubject,
  type Subject,
} from './files/rows.ts';
import type { FileStore } from './files/store.ts';
import { type Caller, type RawContext, type Route, serve, serveRaw } from './http.ts';
import { Refusal } from './values/refusal.ts';

export { attachFile } from './files/rows.ts';

let store: FileStore | null = null;

/** The app says at start where files are kept. */
export function setFileStore(value: FileStore): void {
  store = value;
}

/** Where the bytes of files are kept; nothing may ask before the app has said so. */
export function theFileStore(): FileStore {
  if (!store) throw new Error('there is no place for files yet');
  return store;
}

/** Largest upload unless the app says otherwise. */
const maxBytes = 50_000_000;

/** The routes of files: up, down, those of a record, and away. */
export function fileRoutes(limits: { maxBytes: number } = { maxBytes }): Route[] {
  return [
    serveRaw(uploadFile, (_input, context) => upload(context, limits.maxBytes)),
    serveRaw(downloadFile, ({ id }, context) => download(id, context)),
    serve(listFiles, async (subject, step) => ({ items: await filesOf(step, subject) })),
    serve(removeFile, async ({ id }, step) => {
      await dropFile(step, id);
      return {};
    }),
  ];
}

async function upload({ caller, database, request, reply }: RawContext, limit: number): Promise<unknown> {
  const { actor, source } = signedInCaller(caller);
  const kept = theFileStore();
  const file = await receiveFile(request, {
    orgId: actor.orgId,
    store: kept,
    maxBytes: limit,
    admit: (subject) => admit(database, actor, subject),
  });
  try {
    const card = await inTransaction(database, actor.orgId, async (tx, now) => {
      const step = { actor, tx, now, source, requestId: request.id };
      // Asked again: reading the bytes may have taken minutes.
      if (file.subject) await requireSubject(step, file.subject);
      const row = {
        ...file,
        object: file.subject?.object ?? null,
        subjectId: file.subject?.subjectId ?? null,
      };
      await addFile(step, row);
      return cardOf({ ...row, uploadedBy: actor.id, createdAt: now });
    });
    return reply.status(201).send(card);
  } catch (error) {
    await kept.remove({ orgId: actor.orgId, id: file.id });
    throw error;
  }
}

async function admit(database: Database, actor: Caller['actor'], subject: Subject | null): Promise<void> {
  if (subject)
    await inTransaction(database, actor.orgId, (tx) => requireSubject({ actor, tx }, subject), 'read');
}

async function download(id: string, { caller, database, reply }: RawContext): Promise<unknown> {
  const { actor } = signedInCaller(caller);
  const file = await inTransaction(database, actor.orgId, (tx) => requireFile({ actor, tx }, id), 'read');
  const content = await theFileStore().get({ orgId: actor.orgId, id });
  // Nothing that somebody uploaded is ever shown as a page of ours.
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-length': file.size,
      'content-disposition': disposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(content);
}

function disposition(name: string): string {
  const ascii = name.replace(/[^\w.\- ]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function signedInCaller(caller: Caller | null): Caller {
  if (!caller) throw new Refusal('unauthenticated', 'not_signed_in');
  return caller;
}
