import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/db.ts';
import { followLauncher, secondsSinceStart, webReady } from '#kernel/launcher.ts';
import { openLog } from '#kernel/log.ts';
import { migrate } from '#kernel/migrate.ts';
import { explainListenError, refuseTakenPort } from '#kernel/port.ts';
import { startDatabase } from '#kernel/postgres.ts';
import { StartProblem } from '#kernel/start-problem.ts';
import { seedDemoOnce, settleDemo } from './demo.ts';
import { startNode } from './node.ts';

const say = (line: string) => console.log(line);

/** Starts everything in order, and stops it in the opposite one. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await refuseTakenPort(config.host, config.port);
  const log = openLog(config);
  const storage = await startDatabase(config, say);
  for (const warning of storage.warnings) say(`Note: ${warning}`);
  const applied = await migrate(storage.ownerUrl, {});
  if (applied.length > 0) say(`Database ready, ${applied.length} migrations applied.`);
  const database = openDatabase(storage.appUrl, config.poolSize);
  const demo = config.demo ? await seedDemoOnce(config, database, say) : null;
  if (demo) await settleDemo(database, log);
  const node = await startNode({ config, database, log, ownerUrl: storage.ownerUrl });

  let stopping = false;
  const stop = async (noticeMs: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    node.drain();
    await pause(noticeMs);
    // Whatever hangs must not keep the port and the data folder for ever.
    setTimeout(() => process.exit(1), 28_000).unref();
    await node.stop();
    await database.close();
    await storage.stop();
    process.exit(0);
  };
  // A supervisor gets the time to see "not ready" before the door closes; a person at the keyboard waits for nothing.
  process.on('SIGTERM', () => void stop(700));
  process.on('SIGINT', () => void stop(0));
  followLauncher(() => void stop(0));

  await webReady();
  await node.app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw explainListenError(error, config.host, config.port);
  });
  const address = node.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  say(
    `\nYingdan is ready after ${secondsSinceStart().toFixed(1)} s: http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
  );
  if (demo) say(demo);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? `\n${error.message}\n` : error);
  process.exit(1);
});
