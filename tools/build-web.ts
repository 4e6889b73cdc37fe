import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

/**
 * Builds the web app beside the old one and swaps the two at the end, so that a killed build leaves the old one whole.
 * Records which sources went in: bin/start.mjs builds again only when one of those has changed.
 */
const root = join(import.meta.dirname, '..');
const target = join(root, 'dist', 'web');
const fresh = join(root, 'dist', 'web.new');
const old = join(root, 'dist', 'web.old');
const sources = new Set(
  ['vite.config.ts', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name)),
);

const recorder: Plugin = {
  name: 'record-sources',
  generateBundle() {
    for (const id of this.getModuleIds()) sources.add(id.replace(/^\0/, '').replace(/[?#].*$/, ''));
  },
  transformIndexHtml: { order: 'pre', handler: (_html, page) => void sources.add(page.filename) },
};

for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  plugins: [recorder],
  build: { outDir: fresh, emptyOutDir: true },
});

const record: Record<string, string> = {};
for (const path of [...sources].sort()) {
  const name = relative(root, path).split(sep).join('/');
  // Packages are covered by the lockfile.
  if (name.startsWith('..') || name.startsWith('node_modules/') || !existsSync(path)) continue;
  record[name] = createHash('sha256').update(readFileSync(path)).digest('base64');
}
for (const name of readdirSync(fresh, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(js|css|html|svg)$/.test(name)) continue;
  const content = readFileSync(join(fresh, name));
  // Compressed once here, so that serving costs nothing; small files gain nothing.
  if (content.length > 1_000) writeFileSync(join(fresh, `${name}.gz`), gzipSync(content, { level: 9 }));
}
writeFileSync(join(fresh, '.sources.json'), JSON.stringify(record, null, 1));
if (existsSync(target)) renameSync(target, old);
renameSync(fresh, target);
rmSync(old, { recursive: true, force: true });
