import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type FetchOut, OutboundFailure, openFetchOut } from '#kernel/fetch-out.ts';
import { isPublicAddress } from '#kernel/outside/addresses.ts';

const guarded = openFetchOut();
const servers: Server[] = [];
const doors: FetchOut[] = [];

afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of the outside world on this machine, and a door that may reach it. */
async function outside(
  answer: Parameters<typeof createServer>[1],
): Promise<{ url: string; door: FetchOut; hits: () => number }> {
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    (answer as (a: unknown, b: unknown) => void)(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door = openFetchOut({ isAllowed: () => true, ports: [port] });
  doors.push(door);
  return { url: `http://127.0.0.1:${port}/`, door, hits: () => hits };
}

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '172.32.0.1', '2400:3200::1', '2606:4700::1111'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('saving an address', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://foo.localhost/',
    'http://[::1]/',
    'http://169.254.169.254/latest',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::ffff:10.0.0.1]/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'unix:///run/docker.sock',
    'http://example.com:22/',
    'http://example.com:8080/',
    'https://example.com:80443/',
    'http://user:pw@example.com/',
    'http://intranet/',
    'http://db.internal/',
    'javascript:alert(1)',
    'not a url',
    '',
  ])('refuses %s', (url) => {
    expect(() => guarded.checkUrl(url, 'hook')).toThrow(
      expect.objectContaining({ kind: 'input', errors: [{ field: 'hook', code: 'not_a_public_url' }] }),
    );
  });

  test('accepts public ones', () => {
    expect(guarded.checkUrl('https://example.com/hook?x=1').hostname).toBe('example.com');
    expect(guarded.checkUrl('http://8.8.8.8/').hostname).toBe('8.8.8.8');
  });
});

describe('calling', () => {
  test('refuses private addresses behind names at the connection itself, all with one message', async () => {
    const { hits, url } = await outside((_request, response) => response.end('secret'));
    const { port } = new URL(url);
    const strict = openFetchOut({ isAllowed: isPublicAddress, ports: [Number(port)] });
    doors.push(strict);
    for (const address of [
      url,
      `http://localhost:${port}/`,
      'http://no-such-name.invalid/',
      `http://[::1]:${port}/`,
    ]) {
      const failure = await strict(address).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(OutboundFailure);
      expect((failure as Error).message).toBe('the address could not be reached');
    }
    expect(hits()).toBe(0);
  });

  test('brings the answer back, also one that says no', async () => {
    const { door, url } = await outside((request, response) => {
      response.writeHead(request.method === 'POST' ? 201 : 404, { 'x-answer': '1' });
      request.pipe(response);
    });
    const answer = await door(url, {
      method: 'POST',
      body: '{"n":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-answer': '1' } });
    expect(answer.body.toString()).toBe('{"n":1}');
    expect((await door(url)).status).toBe(404);
  });

  test('does not follow redirects', async () => {
    const target = await outside((_request, response) => response.end('inside'));
    const { door, url } = await outside((_request, response) => {
      response.writeHead(302, { location: target.url }).end();
    });
    await expect(door(url)).rejects.toBeInstanceOf(OutboundFailure);
    expect(target.hits()).toBe(0);
  });

  test('stops at the size limit', async () => {
    let sent = 0;
    const { door, url } = await outside((_request, response) => {
      const chunk = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && sent < 1_000_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    });
    await expect(door(url, { maxBytes: 100_000 })).rejects.toBeInstanceOf(OutboundFailure);
    expect(sent).toBeLessThan(50_000_000);
  });

  test.each([
    ['no answer', () => undefined],
    [
      'a body that drips',
      (_: unknown, response: { write(text: string): void }) => {
        response.write('a');
        setInterval(() => response.write('a'), 50).unref();
      },
    ],
  ])('gives up in time on %s', async (_name, behave) => {
    const { door, url } = await outside(behave as never);
    const began = Date.now();
    await expect(door(url, { timeoutMs: 400 })).rejects.toBeInstanceOf(OutboundFailure);
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  test('refuses endless headers', async () => {
    const { door, url } = await outside((_request, response) => {
      response.setHeader('x-long', 'a'.repeat(100_000));
      response.end();
    });
    await expect(door(url)).rejects.toBeInstanceOf(OutboundFailure);
  });
});
