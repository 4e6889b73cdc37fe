// npm start: installs, builds the web app, and serves. See docs/operations.md for the settings.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, fail, node, pinnedEnvironment, root, seconds, serverFlags } from './ground.mjs';
import { buildWeb, webIsFresh } from './web.mjs';

const began = Date.now();
await ensureInstalled();

const fresh = webIsFresh();
// The server may migrate while the web app is still being built; it waits for our word before it says "ready".
const server = spawn(node, [...serverFlags, join('src', 'app', 'main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: pinnedEnvironment({ YINGDAN_WEB: fresh ? 'ready' : 'building', YINGDAN_BEGAN: String(began) }),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('error', (error) => fail(`The server could not be started: ${error.message}`));
server.once('exit', (status, signal) => process.exit(status ?? (signal === 'SIGKILL' ? 137 : 1)));

if (!fresh) {
  console.log('Building the web app …');
  const began = Date.now();
  const built = await buildWeb();
  if (built.status === 0) {
    console.log(`Web app built in ${seconds(began)}.`);
    if (server.connected) server.send({ web: 'ready' });
  } else {
    console.error(
      `\nThe web app could not be built:\n${built.output.trim().split('\n').slice(-30).join('\n')}\n`,
    );
    server.kill('SIGTERM');
  }
}
