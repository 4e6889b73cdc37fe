// The checks that need no browser, shared by `npm run check` and `npm test`.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, node, pinnedEnvironment, root } from './ground.mjs';

const bin = (name) => join(root, 'node_modules', ...name.split('/'));

/** Format, lint, types, and every tools/check-*.ts: arrows, rooms, sizes, catalog … */
export function staticSteps() {
  const own = readdirSync(join(root, 'tools')).filter((name) => /^check-[a-z-]+\.ts$/.test(name));
  return [
    { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
    { name: 'types', args: [bin('typescript7/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'] },
    ...own
      .sort()
      .map((name) => ({ name: name.slice('check-'.length, -'.ts'.length), args: [join('tools', name)] })),
  ];
}

/** Everything generated must be what the sources make. */
export function driftSteps() {
  return generators().map((path) => ({ name: `${path} --check`, args: [path, '--check'] }));
}

export function generators() {
  const folder = join(root, 'tools');
  return readdirSync(folder)
    .filter((name) => /^generate-[a-z-]+\.ts$/.test(name))
    .sort()
    .map((name) => join('tools', name));
}

/** Runs the steps a few at a time, says each result, and counts them. */
export async function runSteps(steps, atOnce = 2) {
  const count = { passed: 0, failed: 0 };
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await capture(node, step.args, { env: pinnedEnvironment({ FORCE_COLOR: '0' }) });
      report(step.name, result);
      count[result.status === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return count;
}

export function report(name, result) {
  console.log(`${result.status === 0 ? '✓' : '✗'} ${name} (${(result.took / 1000).toFixed(1)} s)`);
  if (result.status !== 0) console.log(result.output.trimEnd().split('\n').slice(-120).join('\n'));
}

/** Runs vitest projects, with their output as it comes, and counts their tests. */
export async function runVitest(projects, { env = {}, quiet = false, args = [] } = {}) {
  const results = join(tmpdir(), `yingdan-tests-${process.pid}-${projects.join('-')}.json`);
  rmSync(results, { force: true });
  const chosen = projects.flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const result = await capture(node, [bin('vitest/vitest.mjs'), 'run', ...chosen, ...reporters, ...args], {
    env: pinnedEnvironment({ ...env, ...(quiet ? { NO_COLOR: '1' } : {}) }),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  const count = countTests(results, result.status === 0);
  rmSync(results, { force: true });
  return { ...result, count };
}

/** A file that could not even be loaded, or a run that died, counts as one failure: silence is not success. */
function countTests(path, succeeded) {
  const count = { passed: 0, failed: 0 };
  if (existsSync(path)) {
    for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) {
      const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
      count.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
      count.failed += file.status === 'failed' ? Math.max(1, failed) : failed;
    }
  }
  if (count.failed === 0 && (!succeeded || count.passed === 0)) count.failed = 1;
  return count;
}
