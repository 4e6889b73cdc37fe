import { readFileSync, writeFileSync } from 'node:fs';
import order from '../src/app/order.json' with { type: 'json' };
import { GROUND, ROOMS, TESTS } from './allowed-imports.ts';
import { EXCEPTIONS } from './slice-needs.ts';

/** Writes the table of allowed imports into ARCHITECTURE.md, so that the page cannot say anything else than the checker. */
const PAGE = new URL('../ARCHITECTURE.md', import.meta.url);
const PART = /(<!-- import table: .* -->\n)[\s\S]*?(<!-- end of import table -->)/;
const WIDTH = Math.max(
  ...[...ROOMS.map(({ kind }) => kind), ...GROUND.map(({ name }) => name)].map((name) => name.length),
);

const row = (name: string, may: readonly string[]) => `${name.padEnd(WIDTH)} → ${may.join(' · ')}`;

function table(): string {
  return [
    '```',
    ...ROOMS.map(({ kind, may }) => row(kind, may)),
    row('tests', TESTS.may),
    '',
    ...GROUND.map(({ name, may }) => row(name, may)),
    '```',
    '',
    ...EXCEPTIONS.map(({ slice, kind, may, why }) => `- ${kind} of ${slice} also: ${may.join(', ')}. ${why}`),
    '',
    `The order of the slices, upstream first: ${order.join(', ')}.`,
    '',
  ].join('\n');
}

const present = readFileSync(PAGE, 'utf8');
if (!PART.test(present)) throw new Error('ARCHITECTURE.md has lost the place of its import table');
const wanted = present.replace(
  PART,
  (_, opening: string, closing: string) => `${opening}${table()}${closing}`,
);

if (present === wanted) console.log('import table: ARCHITECTURE.md is up to date');
else if (process.argv.includes('--check')) {
  console.log('import table: ARCHITECTURE.md does not show tools/allowed-imports.ts; run `npm run generate`');
  process.exitCode = 1;
} else writeFileSync(PAGE, wanted);
