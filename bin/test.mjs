// npm test: everything but the bench. Its last line is always "N passed, N failed".
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallChromium } from './chromium.mjs';
import { ensureInstalled, root, seconds } from './ground.mjs';
import { driftSteps, report, runSteps, runVitest, staticSteps } from './steps.mjs';
import { buildWeb, webIsFresh } from './web.mjs';

const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

process.on('exit', (status) => {
  if (status !== 0 && total.failed === 0) total.failed = 1;
  if (total.passed + total.failed === 0) total.failed = 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
});

const began = Date.now();
await ensureInstalled();
// Downloads meanwhile: the checks below need the processor, not the network.
const chromium = findOrInstallChromium();

console.log('\nChecks');
add(await runSteps(staticSteps()));
add(await runSteps(driftSteps()));

if (!webIsFresh()) {
  const built = await buildWeb();
  report('build of the web app', built);
  add(built.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

console.log('\nRules, commands and routes');
add((await runVitest(['rules', 'db'])).count);

const older = olderPostgres();
if (older) {
  console.log(`\nThe same commands and routes on ${older}`);
  const args = ['--exclude', 'src/kernel/postgres.db.test.ts'];
  add((await runVitest(['db'], { env: { TEST_POSTGRES_BIN: older }, args })).count);
}

console.log('\nBrowser journeys');
await journeys();

console.log(`\nAll of it took ${seconds(began)}.`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** The oldest PostgreSQL of this machine that we promise to run on. */
function olderPostgres() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const versions = readdirSync(home).map(Number);
  return versions
    .filter((version) => version >= 15 && version < 18)
    .sort((a, b) => a - b)
    .map((version) => join(home, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

async function journeys() {
  const folder = join(root, 'e2e');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.journey.ts')) : [];
  const browser = await chromium;
  if (files.length === 0 || browser.problem) {
    console.log(`✗ ${browser.problem ?? 'There is no browser journey in e2e/.'}`);
    add({ passed: 0, failed: 1 });
    return;
  }
  add((await runVitest(['e2e'], { env: { CHROMIUM: browser.path } })).count);
}
