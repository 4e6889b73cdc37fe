// Writes src/<slice>/queries.golden.sql: the very statements that lists send, to be reviewed as a diff.
// `--check` fails when a statement has changed without its file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { compose } from '../src/app/composition.ts';
import { slices } from '../src/app/slices.ts';
import type { Scope } from '../src/kernel/access.ts';
import type { Step } from '../src/kernel/command.ts';
import { bindClient } from '../src/kernel/db.ts';
import { runList } from '../src/kernel/lists.ts';
import type { OfferedList } from '../src/kernel/slice.ts';
import { testActor } from '../src/kernel/testing/org.ts';

const org = '01990000-0000-7000-8000-000000000001';
const me = '01990000-0000-7000-8000-000000000002';
const colleague = '01990000-0000-7000-8000-000000000003';
const root = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');

compose({ sessionSecret: 'golden statements need no secret at all', publicUrl: 'http://localhost' });
for (const slice of slices) {
  const lists = slice.lists ?? [];
  if (lists.length === 0) continue;
  const parts: string[] = [];
  for (const list of lists)
    for (const scope of ['self', 'all'] as const) parts.push(await describe(list, scope));
  const path = join(root, 'src', slice.name, 'queries.golden.sql');
  const text = `${parts.join('\n\n')}\n`;
  if (!checking) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(
      `src/${slice.name}/queries.golden.sql differs from what is sent: run \`npm run generate\`.`,
    );
    process.exitCode = 1;
  }
}

/** What one page of the list asks the database, in one scope. */
async function describe({ contract, source }: OfferedList, scope: Scope): Promise<string> {
  const sent: string[] = [];
  const client = {
    query: async (asked: string | { readonly text: string }) => {
      const text = typeof asked === 'string' ? asked : asked.text;
      sent.push(text.replace(/\s+/g, ' ').trim());
      return { rows: [], rowCount: 0 };
    },
  };
  const { object } = contract.definition;
  const permissions = new Set(slices.flatMap((one) => (one.permissions ?? []).map(({ key }) => key)));
  const actor = testActor(org, {
    id: me,
    scopes: { [object]: scope },
    treeMembers: [me, colleague],
    permissions,
  });
  const step: Step = {
    actor,
    tx: bindClient(client as unknown as pg.ClientBase),
    now: new Date('2026-11-17T02:00:00Z'),
    source: 'ui',
    requestId: null,
  };
  await runList(source, { limit: 50, total: 'true' }, step);
  return [`-- ${contract.list.id}, scope ${scope}`, ...sent.map((text) => `${pretty(text)};`)].join('\n');
}

function pretty(text: string): string {
  return text.replace(/ (from|left join|join|where|order by|limit|and) /gi, '\n  $1 ');
}
