// Writes docs/openapi.json from the contracts; `--check` fails when the committed one says something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../src/app/openapi.ts';
import { allRoutes } from '../src/app/routes.ts';

const path = join(import.meta.dirname, '..', 'docs', 'openapi.json');
const text = `${JSON.stringify(openApi(allRoutes()), null, 1)}\n`;

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  console.error(
    'docs/openapi.json differs from the contracts: run `npm run generate` and review the difference.',
  );
  process.exitCode = 1;
}
