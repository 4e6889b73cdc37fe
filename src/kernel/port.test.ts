import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { explainListenError, refuseTakenPort } from '#kernel/port.ts';

test('a taken port is named together with the way to choose another', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(refuseTakenPort('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already taken`,
  );
  await new Promise((resolve) => other.close(resolve));
  await refuseTakenPort('127.0.0.1', port);
});

test('an address of another machine is named', async () => {
  await expect(refuseTakenPort('192.0.2.1', 4180)).rejects.toThrow(
    'HOST=192.0.2.1 is not an address of this machine',
  );
});

test('a port for root alone is explained', () => {
  const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES' });
  expect(explainListenError(error, '127.0.0.1', 80).message).toMatch(/above 1023/);
});
