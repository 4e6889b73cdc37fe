import { createServer } from 'node:net';
import { StartProblem } from '#kernel/start-problem.ts';

/** Refuses a port that cannot be had, before any work is done on the database; names the cure. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw explainListenError(error, host, port);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** Says in plain words why an address cannot be listened on. */
export function explainListenError(error: unknown, host: string, port: number): StartProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${port} on ${host} is already taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new StartProblem(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=4180 npm start`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartProblem(`HOST=${host} is not an address of this machine.`);
  }
  return new StartProblem(
    `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
