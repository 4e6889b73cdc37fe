// Decides whether the built web app is older than its sources. Plain Node, no dependency.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, node, pinnedEnvironment, root } from './ground.mjs';

/** Written by tools/build-web.ts: every file that went into the build, with its hash. */
const recordPath = join(root, 'dist', 'web', '.sources.json');

export function webIsFresh() {
  if (!existsSync(recordPath)) return false;
  const sources = Object.entries(JSON.parse(readFileSync(recordPath, 'utf8')));
  return sources.every(([path, hash]) => {
    const file = join(root, path);
    return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('base64') === hash;
  });
}

/** Builds the web app into dist/web; answers status, output and time taken. */
export function buildWeb() {
  return capture(node, ['tools/build-web.ts'], { env: pinnedEnvironment({ NODE_ENV: 'production' }) });
}
