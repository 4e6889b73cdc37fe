import { loadConfig } from '#kernel/config.ts';
import { startDatabase } from '#kernel/postgres.ts';
import { StartProblem } from '#kernel/start-problem.ts';

/** A server process that only holds its database, so that tests can kill it: DATA_DIR=… node hold-database.ts */
try {
  const database = await startDatabase(loadConfig(process.env), (line) =>
    console.log(JSON.stringify({ said: line })),
  );
  const staysAlive = setInterval(() => {}, 60_000);
  process.once('SIGTERM', async () => {
    await database.stop();
    clearInterval(staysAlive);
  });
  console.log(
    JSON.stringify({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, warnings: database.warnings }),
  );
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
  process.exitCode = 1;
}
