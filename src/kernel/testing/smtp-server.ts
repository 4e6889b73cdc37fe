import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server of the outside world: notes what it took, and says what a test tells it to say. */
export interface FakeSmtp {
  readonly url: string;
  readonly taken: string[];
  /** Answer to the end of a letter; null: it falls silent and cuts the line. */
  answer: string | null;
  close(): Promise<void>;
}

/** Starts a mail server that keeps the letters it takes. */
export async function startSmtp(): Promise<FakeSmtp> {
  const sockets = new Set<Socket>();
  const taken: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let letter: string | null = null;
    let rest = '';
    socket.write('220 fake\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (letter !== null && line === '.') {
          taken.push(letter);
          letter = null;
          if (fake.answer === null) socket.destroy();
          else socket.write(`${fake.answer}\r\n`);
        } else if (letter !== null) letter += `${line}\n`;
        else if (line === 'DATA') {
          letter = '';
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 fine\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeSmtp = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    answer: '250 taken',
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return fake;
}
