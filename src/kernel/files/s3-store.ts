import { openAsBlob } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../config.ts';
import { isId } from '../values/id.ts';
import { checkKey, type FileKey, type FileStore, measured } from './store.ts';
import { writeDurably } from './write-durably.ts';

const patienceMs = 120_000;

/**
 * Keeps files in a bucket of any S3-compatible service. Uploads pass through a file of ours first, because the
 * service wants to know size and hash before the first byte.
 */
export function s3Store(settings: S3Settings, dataDir: string): FileStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const bucket = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}`;
  const ask = async (address: string, init: RequestInit = {}) =>
    client.fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs) });
  const urlOf = (key: FileKey) => {
    checkKey(key);
    return `${bucket}/${key.orgId}/${key.id}`;
  };
  return {
    async put(key, content) {
      const url = urlOf(key);
      const spool = join(dataDir, 'spool');
      await mkdir(spool, { recursive: true });
      const path = join(spool, key.id);
      try {
        const passing = measured(content);
        await writeDurably(path, passing.content);
        const stored = passing.result();
        const headers = {
          'x-amz-content-sha256': stored.sha256.toString('hex'),
          'content-type': 'application/octet-stream',
        };
        await fine(await ask(url, { method: 'PUT', body: await openAsBlob(path), headers }));
        return stored;
      } finally {
        await rm(path, { force: true });
      }
    },
    async get(key) {
      const answer = await fine(await ask(urlOf(key)));
      if (!answer.body) throw new Error('the file store sent nothing');
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    async sizeOf(key) {
      const answer = await ask(urlOf(key), { method: 'HEAD' });
      if (answer.status === 404) return null;
      return Number((await fine(answer)).headers.get('content-length'));
    },
    async remove(key) {
      const answer = await ask(urlOf(key), { method: 'DELETE' });
      if (answer.status !== 404) await fine(answer);
    },
    list: (orgId) => listBucket(ask, bucket, `${orgId}/`),
  };
}

async function fine(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  await answer.body?.cancel();
  throw new Error(`the file store answered ${answer.status}`);
}

async function* listBucket(
  ask: (address: string) => Promise<Response>,
  bucket: string,
  prefix: string,
): AsyncIterable<{ id: string; writtenAt: Date }> {
  for (let next: string | undefined = ''; next !== undefined; ) {
    const query = new URLSearchParams({
      'list-type': '2',
      prefix,
      ...(next ? { 'continuation-token': next } : {}),
    });
    const page = await (await fine(await ask(`${bucket}?${query}`))).text();
    for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const id = /<Key>[^<]*\/([^/<]+)<\/Key>/.exec(entry)?.[1];
      const at = /<LastModified>([^<]+)</.exec(entry)?.[1];
      if (isId(id) && at) yield { id, writtenAt: new Date(at) };
    }
    next = /<NextContinuationToken>([^<]+)</.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
}
