import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addSlice } from './new-slice/add-slice.ts';
import { namesFrom } from './new-slice/names.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = namesFrom(process.argv.slice(2));

if (typeof names === 'string') {
  console.log(names);
  process.exitCode = 1;
} else {
  const written = addSlice(root, names);
  // New names are longer or shorter than those of the pattern: lines wrap and imports sort differently.
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...written],
    {
      cwd: root,
    },
  );
  console.log(`${written.join('\n')}

Next:
  1. src/app/order.json: move "${names.many}" up to just behind the last slice that it calls.
  2. Register it in src/app/slices.ts and src/app/web/slices.tsx.
  3. Say in src/${names.many}/README.md and docs/glossary.md what a ${names.one} is.
  4. npm run generate, npm run check.`);
}
