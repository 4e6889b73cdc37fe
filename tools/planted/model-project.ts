import order from '../../src/app/order.json' with { type: 'json' };

/** A project in miniature that breaks no law: what is planted into it is the only thing to find. */
export type Files = Readonly<Record<string, string>>;

const ground: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#*': './src/*' },
    dependencies: { kysely: '*', react: '*', zod: '*', pg: '*' },
    devDependencies: { vitest: '*', 'fast-check': '*' },
  }),
  'src/app/order.json': JSON.stringify(order),
  'db/owners.json': JSON.stringify({
    leads: 'leads',
    accounts: 'accounts',
    contracts: 'contracts',
    targets: 'targets',
    events: 'kernel',
  }),
  'db/migrations/0001-all.sql': 'create table leads (id uuid);\ncreate table events (id uuid);\n',
  'src/kernel/values/id.ts':
    '/** A new name for a new thing. */\nexport function newId(): string {\n  return "1";\n}\n',
  'src/kernel/fields.ts': 'export type Field = string;\n',
  'src/kernel/contract.ts': "import { z } from 'zod';\nexport const text = z.string();\n",
  'src/kernel/db.ts':
    "import { sql } from 'kysely';\nexport const statement = sql;\nexport type Tx = unknown;\n",
  'src/kernel/command.ts':
    "import type { Tx } from './db.ts';\nexport interface Step {\n  readonly tx: Tx;\n  readonly now: Date;\n}\n",
  'src/kernel/http.ts': "import { text } from './contract.ts';\nexport const serve = text;\n",
  'src/kernel/jobs.ts': "import { hostname } from 'node:os';\nexport const host = hostname();\n",
  'src/kernel/outbox.ts': 'export const facts = 1;\n',
  'src/kernel/slice.ts': 'export type Slice = object;\n',
  'src/kernel/demo.ts': 'export type Demo = object;\n',
  'src/kernel/web/api-client.ts': "import { text } from '../contract.ts';\nexport const client = text;\n",
  'src/kernel/testing/clock.ts': 'export const noon = new Date(0);\n',
  'src/ui/button.tsx':
    "import type { ReactNode } from 'react';\nexport function Button(): ReactNode {\n  return null;\n}\n",
};

const leads: Files = {
  'README.md': '# leads\n',
  'model.ts': 'export interface Lead {\n  readonly id: string;\n}\n',
  'fields.ts': "import type { Field } from '#kernel/fields.ts';\nexport const fields: Field[] = [];\n",
  'rules/claiming.ts':
    "import type { Lead } from '../model.ts';\n/** Decides who may have it. */\nexport function decideClaim(lead: Lead): string {\n  return lead.id;\n}\n",
  'contract.ts':
    "import { z } from 'zod';\nimport { text } from '#kernel/contract.ts';\nexport const contract = { text, id: z.string() };\n",
  'events.ts': 'export const leadClaimed = 1;\n',
  'store.ts':
    "import { sql } from 'kysely';\nimport { findAccount } from '#accounts/public.ts';\nexport const lock = sql`select id from leads for update`;\nexport const find = findAccount;\n",
  'queries.ts':
    "import { sql } from 'kysely';\nexport const list = sql`select l.id from leads l join accounts a on a.id = l.id`;\n",
  'commands/claim-lead.ts': `import { findAccount } from '#accounts/public.ts';
import type { Step } from '#kernel/command.ts';
import { leadClaimed } from '../events.ts';
import { decideClaim } from '../rules/claiming.ts';
import { lock } from '../store.ts';
/** Claims. */
export function claimLead(step: Step): unknown {
  return [step.now, leadClaimed, decideClaim({ id: '1' }), lock, findAccount];
}
`,
  'commands/claim-lead.test.ts':
    "import { expect, it } from 'vitest';\nimport { noon } from '#kernel/testing/clock.ts';\nimport { claimLead } from './claim-lead.ts';\nit('claims', () => expect(claimLead({ tx: 0, now: noon })).toBeTruthy());\n",
  'routes.ts':
    "import { serve } from '#kernel/http.ts';\nimport { claimLead } from './commands/claim-lead.ts';\nimport { contract } from './contract.ts';\nimport { list } from './queries.ts';\nexport const routes = [serve, claimLead, contract, list];\n",
  'jobs.ts': "import { host } from '#kernel/jobs.ts';\nexport const jobs = [host];\n",
  'reactions.ts':
    "import { facts } from '#kernel/outbox.ts';\nimport { accountMade } from '#accounts/events.ts';\nexport const reactions = [facts, accountMade];\n",
  'public.ts': "export { list } from './queries.ts';\n",
  'demo.ts': "import type { Demo } from '#kernel/demo.ts';\nexport const demo: Demo = {};\n",
  'slice.ts': `import type { Slice } from '#kernel/slice.ts';
import { demo } from './demo.ts';
import { fields } from './fields.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
export const leads: Slice = { demo, fields, jobs, reactions, routes };
`,
  'web/slice.tsx':
    "import { client } from '#kernel/web/api-client.ts';\nimport { LeadList } from './screens/lead-list.tsx';\nimport { en } from './words.en.ts';\nimport { zh } from './words.zh.ts';\nexport const web = { client, LeadList, en, zh };\n",
  'web/screens/lead-list.tsx':
    "import type { ReactNode } from 'react';\nimport { Button } from '#ui/button.tsx';\nexport function LeadList(): ReactNode {\n  return <Button />;\n}\n",
  'web/words.en.ts': "export const en = { pool: { claim: 'Claim' } };\n",
  'web/words.zh.ts': "export const zh = { pool: { claim: '领取' } };\n",
};

const accounts: Files = {
  'README.md': '# accounts\n',
  'events.ts': 'export const accountMade = 1;\n',
  'queries.ts': "import { sql } from 'kysely';\nexport const findAccount = sql`select id from accounts`;\n",
  'public.ts': "export { findAccount } from './queries.ts';\n",
  'slice.ts': "import type { Slice } from '#kernel/slice.ts';\nexport const accounts: Slice = {};\n",
};

const inSlice = (slice: string, files: Files) =>
  Object.entries(files).map(([path, text]) => [`src/${slice}/${path}`, text] as const);

export const MODEL_PROJECT: Files = {
  ...ground,
  ...Object.fromEntries([...inSlice('leads', leads), ...inSlice('accounts', accounts)]),
  'src/app/slices.ts':
    "import { accounts } from '#accounts/slice.ts';\nimport { list } from '#leads/public.ts';\nimport { leads } from '#leads/slice.ts';\nimport { web } from '#leads/web/slice.tsx';\nexport const slices = [accounts, leads, list, web];\n",
  'src/app/newest.ts': "import { newId } from '#kernel/values/id.ts';\nexport const newest = newId();\n",
};
