import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '#kernel/config.ts';

/** An S3-compatible service of the outside world, as far as the file store speaks with it. */
export interface FakeS3 {
  readonly settings: S3Settings;
  readonly objects: Map<string, Buffer>;
  close(): void;
}

/** Starts the stand-in for object storage on a free port. */
export async function startS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/');
      const found = objects.get(url.pathname);
      if (!signed) return response.writeHead(403).end();
      if (request.method === 'PUT') {
        const right =
          createHash('sha256').update(body).digest('hex') === request.headers['x-amz-content-sha256'];
        if (right) objects.set(url.pathname, body);
        return response.writeHead(right ? 200 : 400).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(url.pathname);
        return response.writeHead(204).end();
      }
      if (url.searchParams.has('list-type')) return response.end(page(objects, url));
      if (!found) return response.writeHead(404).end();
      response.writeHead(200, { 'content-length': found.length });
      return response.end(request.method === 'HEAD' ? undefined : found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'bucket',
      region: 'eu-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    },
    objects,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** One object a page, so that going on is exercised. */
function page(objects: Map<string, Buffer>, url: URL): string {
  const prefix = `/bucket/${url.searchParams.get('prefix')}`;
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const from = Number(url.searchParams.get('continuation-token') ?? 0);
  const key = keys[from];
  const entry = key
    ? `<Contents><Key>${key.slice('/bucket/'.length)}</Key><LastModified>2020-01-01T00:00:00Z</LastModified></Contents>`
    : '';
  const next = from + 1 < keys.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : '';
  return `<ListBucketResult>${entry}${next}</ListBucketResult>`;
}
