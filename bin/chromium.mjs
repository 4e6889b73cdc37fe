// Finds a Chromium for the browser journeys, or installs one where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { capture } from './ground.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Answers { path } or { problem }. */
export async function findOrInstallChromium() {
  const given = process.env.CHROMIUM;
  if (given && !existsSync(given)) return { problem: `CHROMIUM=${given} does not exist.` };
  const present = given || findChromium();
  const mayInstall =
    process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  const missing = [...(present ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (mayInstall && missing.length > 0) {
    console.log(`Installing ${missing.join(' and ')} for the browser journeys …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await capture('apt-get', ['update'], { env });
    const result = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...missing], {
      env,
    });
    if (result.status !== 0) console.log(result.output.trim().split('\n').slice(-10).join('\n'));
  }
  const path = given || findChromium();
  if (path) return { path };
  return {
    problem:
      'No Chromium was found for the browser journeys. Install one (Debian: sudo apt-get install chromium fonts-noto-cjk; macOS: brew install --cask chromium), or set CHROMIUM to the path of a Chrome or Chromium.',
  };
}

function findChromium() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
    ...fromPlaywright(),
  ];
  return candidates.find((path) => existsSync(path));
}

function fromPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) =>
      ['chrome-linux64', 'chrome-linux'].map((folder) => join(cache, name, folder, 'chrome')),
    );
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
