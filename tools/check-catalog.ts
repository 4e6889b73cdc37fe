import { migrate } from '#kernel/migrate.ts';
import { derivedPassword, ensureAppRole, withClient } from '#kernel/postgres/external.ts';
import { startScratchServer } from '#kernel/testing/scratch-server.ts';
import { laws } from './catalog/laws.ts';
import { lintCatalog } from './catalog/lint-catalog.ts';

/** Migrates a scratch database and holds its schema against the laws R1–R14 of catalog/laws.ts. */
const server = await startScratchServer();
try {
  await ensureAppRole(server.url, derivedPassword(server.url, ''));
  await migrate(server.url);
  const violations = await withClient(server.url, lintCatalog);
  for (const { law, why, subject, problem } of violations)
    console.log(`${law}: ${subject} ${problem}.\n  ${why}`);
  console.log(
    violations.length === 0
      ? `catalog: in order (${laws.length} laws)`
      : `catalog: ${violations.length} to mend`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  await server.stop();
}
