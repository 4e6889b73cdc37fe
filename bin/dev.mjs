// npm run dev: the server restarts when its files change, and the web app reloads in the browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, node, pinnedEnvironment, root } from './ground.mjs';

await ensureInstalled();
const api = process.env.YINGDAN_API || `http://127.0.0.1:${process.env.PORT || 4180}`;
const env = pinnedEnvironment({ YINGDAN_API: api });
const run = (args) => spawn(node, args, { cwd: root, stdio: 'inherit', env });
const children = [
  run(['--watch', '--watch-preserve-output', join('src', 'app', 'main.ts')]),
  run([join('node_modules', 'vite', 'bin', 'vite.js'), '--clearScreen', 'false']),
];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
for (const child of children) {
  child.once('exit', (status) => {
    for (const other of children) other.kill('SIGTERM');
    process.exitCode ??= status ?? 1;
  });
}
