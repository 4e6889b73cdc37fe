import type { Plant } from './arrow-plants.ts';

const plant = (law: string, at: string, ...lines: string[]): Plant => ({
  law,
  at,
  files: { [at]: `${lines.join('\n')}\n` },
});

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index));
const constants = (count: number) => lines(count, (index) => `const row${index} = ${index};`);
const longFunction = (head: string) => [head, ...constants(60).map((line) => `  ${line}`), '}'];

const roomsAndNames: readonly Plant[] = [
  plant('known-rooms', 'src/leads/types.ts', 'export type A = 1;'),
  plant('known-rooms', 'src/leads/web/parts.css', ''),
  plant('known-rooms', 'src/leads/web/hooks/use-lead.ts', 'export const a = 1;'),
  plant('known-rooms', 'src/leads/model.test.js', ''),
  plant('listed-slices', 'src/invoicing/README.md', '# invoicing'),
  { ...plant('whole-slices', 'src/quotes/model.ts', 'export type A = 1;'), at: 'src/quotes/README.md' },
  plant('kebab-case', 'src/leads/rules/claimRule.ts', 'export type A = 1;'),
  plant('empty-names', 'src/kernel/string-utils.ts', 'export type A = 1;'),
  plant('empty-names', 'src/kernel/helpers/trim.ts', 'export type A = 1;'),
  plant('empty-names', 'src/leads/web/parts/index.ts', 'export type A = 1;'),
  plant('command-names', 'src/leads/commands/claim.ts', '/** Claims. */', 'export function claim() {}'),
  plant(
    'command-names',
    'src/leads/commands/release-lead.ts',
    '/** Gives back. */',
    'export function giveBack() {}',
  ),
];

const sizes: readonly Plant[] = [
  plant('file-size', 'src/leads/store.ts', ...constants(401)),
  plant('file-size', 'src/leads/store.test.ts', ...constants(601)),
  plant('function-size', 'src/leads/rules/sorting.ts', ...longFunction('export function sort() {')),
  plant('function-size', 'src/leads/web/parts/board.tsx', ...longFunction('export const Board = () => {')),
  plant('function-size', 'tools/seed-all.ts', ...longFunction('export async function seedAll() {')),
  {
    law: 'whole-size',
    at: 'src',
    files: Object.fromEntries(
      lines(60, (index) => `src/leads/rules/rule-${index}.ts`).map((path) => [
        path,
        constants(90).join('\n'),
      ]),
    ),
  },
];

const purity: readonly Plant[] = [
  plant('no-clock', 'src/leads/rules/ageing.ts', 'const age = Date.now();'),
  plant('no-clock', 'src/leads/rules/dating.ts', 'const today = new Date();'),
  plant('no-clock', 'src/leads/rules/timing.ts', 'const today = performance.now();'),
  plant('no-clock', 'src/leads/rules/planning.ts', 'const today = Temporal.Now.instant();'),
  plant('no-clock', 'src/leads/commands/drop-lead.ts', 'export const dropLead = () => new Date();'),
  plant('no-chance', 'src/leads/rules/drawing.ts', 'const lot = Math.random();'),
  plant('no-chance', 'src/leads/rules/naming.ts', 'const id = crypto.randomUUID();'),
  plant('no-chance', 'src/leads/rules/numbering.ts', 'const id = newId();'),
  plant('no-promise', 'src/leads/rules/waiting.ts', '/** Waits. */', 'export async function wait() {}'),
  plant('no-promise', 'src/leads/rules/promising.ts', 'export type Later = Promise<string>;'),
  plant('no-promise', 'src/leads/rules/fetching.ts', 'const rate = fetch("https://example.org");'),
];

const tables: readonly Plant[] = [
  plant('own-tables', 'src/leads/store.ts', 'const a = sql`insert into accounts (id) values (1)`;'),
  plant(
    'own-tables',
    'src/leads/queries.ts',
    'const a = sql`with x as (select 1) update accounts a set name = 1`;',
  ),
  plant('own-tables', 'src/leads/demo.ts', "const a = tx.deleteFrom('accounts').execute();"),
  plant('own-tables', 'src/leads/store.ts', "const a = 'delete from accounts where id = $1';"),
  plant(
    'own-tables',
    'src/leads/store.ts',
    `const a = sql\`merge into \${sql.table('accounts')} using leads on true\`;`,
  ),
  plant('own-tables', 'src/search/store.ts', "const a = tx.updateTable('leads as l').set({});"),
  plant('own-tables', 'src/kernel/audit.ts', 'const a = sql`update leads set owner_id = null`;'),
  plant(
    'owned-tables',
    'db/migrations/0002-orphans.sql',
    'create table if not exists orphans (',
    '  id uuid',
    ');',
  ),
  plant('owned-tables', 'src/leads/store.ts', 'const a = sql`insert into orphans (id) values (1)`;'),
  plant('owned-tables', 'db/owners.json', '{ "leads": "nobody" }'),
  plant(
    'upstream-reads',
    'src/leads/queries.ts',
    'const a = sql`select 1 from leads l left join targets t on true`;',
  ),
  plant(
    'upstream-reads',
    'src/accounts/queries.ts',
    "const a = tx.selectFrom('accounts as a').innerJoin('leads as l', 'l.id', 'a.id');",
  ),
  plant(
    'sql-in-its-room',
    'src/leads/commands/claim-lead.ts',
    "export const claimLead = () => tx.selectFrom('leads');",
  ),
  plant('named-tables', 'src/leads/store.ts', 'const a = sql`update $' + '{sql.table(name)} set id = 1`;'),
  plant('named-tables', 'src/leads/queries.ts', 'const a = sql.raw(text);'),
  plant('sql-in-its-room', 'src/leads/jobs.ts', 'const a = sql`select 1`;'),
];

const exported: readonly Plant[] = [
  plant('named-exports', 'src/leads/web/screens/board.tsx', 'export default function Board() {}'),
  plant('named-exports', 'src/kernel/cache.ts', 'const a = 1;', 'export default a;'),
  plant('no-barrels', 'src/ui/all.ts', "export * from './button.tsx';"),
  plant('no-barrels', 'src/leads/model.ts', "export { Account } from '#accounts/model.ts';"),
  plant('no-barrels', 'src/leads/public.ts', "export * from './queries.ts';"),
  plant('explained', 'src/leads/rules/releasing.ts', 'export function decideRelease() {}'),
  plant('explained', 'src/leads/commands/drop-lead.ts', 'export const dropLead = () => 1;'),
  plant('explained', 'src/kernel/mail.ts', '// not a doc comment', 'export async function send() {}'),
];

const looks: readonly Plant[] = [
  plant(
    'one-theme',
    'src/leads/web/parts/dot.tsx',
    "export const Dot = () => <i style={{ color: '#f00' }} />;",
  ),
  plant('one-theme', 'src/app/web/shell.tsx', "export const line = '1px solid rgba(0, 0, 0, 0.1)';"),
  plant(
    'one-scale',
    'src/leads/web/parts/big.tsx',
    'export const Big = () => <b style={{ fontSize: 18 }} />;',
  ),
  plant(
    'one-scale',
    'src/leads/web/parts/far.tsx',
    "export const Far = () => <b style={{ margin: '0 12px' }} />;",
  ),
  plant('one-scale', 'src/kernel/web/gap.tsx', 'export const Gap = () => <Row gap={7} />;'),
  plant(
    'one-scale',
    'src/leads/web/parts/back.tsx',
    'export const Back = () => <b style={{ marginLeft: -4 }} />;',
  ),
  plant('words-in-words', 'src/leads/web/parts/hello.tsx', 'export const Hello = () => <b>Hello</b>;'),
  plant('words-in-words', 'src/leads/web/parts/pool.tsx', "export const title = '公海';"),
  plant(
    'words-in-words',
    'src/app/web/title.tsx',
    'export const title = (name: string) => `$' + '{name}，你好`;',
  ),
  plant(
    'both-languages',
    'src/leads/web/words.en.ts',
    "export const en = { pool: { claim: 'Claim', release: 'Release' } };",
  ),
  {
    ...plant('both-languages', 'src/leads/web/words.en.ts', 'export const en = { pool: {} };'),
    at: 'src/leads/web/words.zh.ts',
  },
  {
    ...plant('both-languages', 'src/accounts/web/slice.tsx', 'export const web = {};'),
    at: 'src/accounts/web/words.zh.ts',
  },
];

const somewhere = ['', 'root', 'demo', 'file.csv'].join('/');

const hygiene: readonly Plant[] = [
  plant('machine-paths', 'docs/operations.md', 'Look here:', `\`${somewhere}\``),
  plant('machine-paths', 'src/kernel/files.ts', `export const folder = '${somewhere}';`),
  plant('no-silencing', 'src/leads/store.ts', `// @ts-${'ignore'}`, 'const a: string = 1;'),
];

export const ROOM_PLANTS: readonly Plant[] = [
  ...roomsAndNames,
  ...sizes,
  ...purity,
  ...tables,
  ...exported,
  ...looks,
  ...hygiene,
];

/** What looks like a breach to a careless eye and is none. */
export const INNOCENT: readonly Plant['files'][] = [
  {
    'src/leads/rules/cooling.ts':
      'const day = new Date(0);\nconst later = (now: Date) => new Date(now.getTime() + 1);\n',
  },
  { 'src/leads/store.ts': 'const a = sql`select 1 from leads for update of leads skip locked`;\n' },
  { 'src/leads/queries.ts': 'const a = sql`with contracts as (select 1) select 1 from contracts`;\n' },
  {
    'src/leads/store.ts':
      'const a = sql`insert into leads (id) values (1) on conflict (id) do update set id = 1`;\n',
  },
  {
    'src/analytics/queries.ts': 'const a = sql`select 1 from leads join contracts c on true`;\n',
    'src/analytics/README.md': '',
    'src/analytics/slice.ts': '',
  },
  {
    'src/leads/web/parts/link.tsx':
      'import { Button } from \'#ui/button.tsx\';\nexport const Link = () => <Button key="a" />;\n',
  },
  { 'src/leads/queries.ts': 'const a = sql`select 1 from $' + '{sql.table(definition.table)} t`;\n' },
  { 'src/kernel/files.ts': "export { addFile } from './files/rows.ts';\n" },
  {
    'src/kernel/web/list-words.ts':
      "export const words = defineWords('list', { shown: '共' }, { shown: 'All' });\n",
  },
  { 'tools/shop.config.ts': 'export default {};\n' },
  { 'src/app/testing/people.ts': 'const a = sql`insert into leads (id) values (1)`;\n' },
  { 'src/leads/web/parts/pair.tsx': "export const title = { zh: '公海', en: 'Pool' };\n" },
  {
    'src/leads/store.test.ts': [
      "describe('claiming', () => {",
      ...lines(70, () => "  it('claims', () => {});"),
      '});',
    ].join('\n'),
  },
  {
    'src/leads/routes.ts':
      "export const path = '/api/v1/work/today';\nexport const update = 'update your lead from here';\n",
  },
  {
    'src/leads/web/words.zh.ts': "export const zh = { held: '{{count}} 条' };\n",
    'src/leads/web/words.en.ts': "export const en = { held: '{{count}} leads', held_one: 'One lead' };\n",
  },
  { 'db/migrations/0002-parts.sql': 'create table leads_2025 partition of leads for values in (2025);\n' },
];
