import order from '../../src/app/order.json' with { type: 'json' };
import type { Files } from './model-project.ts';

/** A broken law: the files that break it, and where the finding must point. */
export interface Plant {
  readonly law: string;
  readonly files: Files;
  readonly at: string;
}

/** One file whose only import is a forbidden one. */
function planted(law: string, at: string, specifier: string, more: Files = {}): Plant {
  return {
    law,
    at,
    files: { ...more, [at]: `import * as forbidden from '${specifier}';\nexport const kept = forbidden;\n` },
  };
}

/** The slice that breaks the table in every kind of file; `leads` and `accounts` stay clean. */
const bad = (path: string) => `src/catalog/${path}`;

const table: readonly Plant[] = [
  planted('table-model', bad('model.ts'), '#kernel/db.ts'),
  planted('table-fields', bad('fields.ts'), './rules/pricing.ts'),
  planted('table-rules', bad('rules/pricing.ts'), '#kernel/command.ts'),
  planted('table-rules', bad('rules/taxing.ts'), 'kysely'),
  planted('table-rules', bad('rules/hashing.ts'), 'node:crypto'),
  planted('table-contract', bad('contract.ts'), '#kernel/db.ts'),
  planted('table-events', bad('events.ts'), './store.ts'),
  planted('table-store', bad('store.ts'), '#kernel/http.ts'),
  planted('table-queries', bad('queries.ts'), './commands/set-price.ts'),
  planted('table-commands', bad('commands/set-price.ts'), './drop-price.ts'),
  planted('table-commands', bad('commands/drop-price.ts'), '../queries.ts'),
  planted('table-commands', bad('commands/raise-price.ts'), '#accounts/queries.ts'),
  planted('table-routes', bad('routes.ts'), './store.ts'),
  planted('table-jobs', bad('jobs.ts'), './store.ts'),
  planted('table-reactions', bad('reactions.ts'), '#accounts/public.ts'),
  planted('table-checks', bad('checks.ts'), './commands/set-price.ts'),
  planted('table-public', bad('public.ts'), './store.ts'),
  planted('table-slice', bad('slice.ts'), './commands/set-price.ts'),
  planted('table-demo', bad('demo.ts'), '#accounts/queries.ts'),
  planted('table-web', bad('web/screens/price-list.tsx'), '../../queries.ts'),
  planted('table-web', bad('web/parts/price-tag.tsx'), '#leads/rules/claiming.ts'),
  planted('table-web', bad('web/parts/price-chart.tsx'), 'pg'),
  planted('table-test', bad('rules/pricing.test.ts'), '#accounts/queries.ts'),
  planted('table-test', bad('rules/taxing.test.ts'), '#app/slices.ts'),
  planted('table-commands-in-identity', 'src/identity/commands/sign-in.ts', '#kernel/http.ts'),
  planted('table-queries-in-identity', 'src/identity/queries/load-actor.ts', '#kernel/jobs.ts'),
  planted('table-routes-in-identity', 'src/identity/routes.ts', '#kernel/db.ts'),
  planted('table-demo-in-identity', 'src/identity/demo.ts', '#kernel/http.ts'),
  planted('table-commands-in-customfields', 'src/customfields/commands/add-field.ts', '#kernel/http.ts'),
  planted('table-commands-in-transfer', 'src/transfer/commands/upload-file.ts', '#accounts/queries.ts'),
  planted('table-store-in-transfer', 'src/transfer/store.ts', '#kernel/jobs.ts'),
  planted('table-queries-in-transfer', 'src/transfer/queries.ts', '#kernel/jobs.ts'),
  planted('table-model-in-analytics', 'src/analytics/model.ts', '#kernel/db.ts'),
  planted('table-commands-in-audit', 'src/audit/commands/watch-chain.ts', '#kernel/http.ts'),
  planted('table-queries-in-audit', 'src/audit/queries.ts', '#kernel/jobs.ts'),
  planted('table-store-in-search', 'src/search/store.ts', '#kernel/http.ts'),
  planted('table-checks-in-search', 'src/search/checks.ts', '#kernel/http.ts'),
  planted('table-public-in-identity', 'src/identity/public.ts', '#kernel/db.ts'),
  planted('table-model-in-scoring', 'src/scoring/model.ts', '#kernel/db.ts'),
  planted('table-store-in-scoring', 'src/scoring/store.ts', '#kernel/http.ts'),
  planted('table-commands-in-scoring', 'src/scoring/commands/train-model.ts', '#kernel/http.ts'),
  planted('table-store-in-duplicates', 'src/duplicates/store.ts', '#kernel/http.ts'),
  planted('table-store-in-recycling', 'src/recycling/store.ts', '#kernel/http.ts'),
  planted('table-commands-in-recycling', 'src/recycling/commands/run-night.ts', '#kernel/http.ts'),
  planted('table-commands-in-capture', 'src/capture/commands/take-in.ts', '#kernel/db.ts'),
  planted('table-queries-in-capture', 'src/capture/queries.ts', '#kernel/jobs.ts'),
  planted('table-routes-in-capture', 'src/capture/routes.ts', '#kernel/db.ts'),
];

/** Each slice calls the next one in the order, which is downstream. */
const upstream: readonly Plant[] = order.slice(0, -1).map((slice, place) => {
  const next = order[place + 1] ?? '';
  const target = `src/${next}/public.ts`;
  const door: Files =
    next === 'accounts' || next === 'leads' ? {} : { [target]: 'export const shown = 1;\n' };
  return planted(`upstream-${slice}`, `src/${slice}/commands/call-${next}.ts`, `#${next}/public.ts`, door);
});

const ground: readonly Plant[] = [
  planted('ground-kernel', 'src/kernel/lists.ts', '#leads/model.ts'),
  planted('ground-kernel', 'src/kernel/mail.ts', '#ui/button.tsx'),
  planted('ground-kernel-shared', 'src/kernel/list-contract.ts', './db.ts'),
  planted('ground-kernel-values', 'src/kernel/values/day.ts', '../db.ts'),
  planted('ground-kernel-values', 'src/kernel/conditions/tree.ts', 'node:fs'),
  planted('ground-kernel-web', 'src/kernel/web/use-operation.ts', '../http.ts'),
  planted('ground-kernel-testing', 'src/kernel/testing/actors.ts', '#leads/model.ts'),
  planted('ground-ui', 'src/ui/tag.tsx', '#leads/model.ts'),
  planted('ground-ui', 'src/ui/toast.tsx', '#kernel/web/api-client.ts'),
];

const general: readonly Plant[] = [
  planted('resolvable', 'src/kernel/log.ts', './nowhere.ts'),
  planted('resolvable', 'src/kernel/config.ts', '#kernel/nowhere.ts'),
  planted('nobody-imports-app', 'src/kernel/realtime.ts', '#app/slices.ts'),
  planted('product-stands-alone', 'src/kernel/files.ts', '../../tools/seed.ts', {
    'tools/seed.ts': 'export const seed = 1;\n',
  }),
  planted('testing-is-for-tests', 'src/kernel/fetch-out.ts', './testing/clock.ts'),
  planted('no-workshop-packages', 'src/kernel/migrate.ts', 'fast-check'),
  planted('no-dead-files', 'src/kernel/postgres.ts', './db.ts'),
  {
    law: 'no-cycles',
    at: 'src/kernel/values/chicken.ts',
    files: {
      'src/kernel/values/chicken.ts':
        "import type { Egg } from './egg.ts';\nexport type Chicken = Egg | 'chicken';\n",
      'src/kernel/values/egg.ts':
        "import type { Chicken } from './chicken.ts';\nexport type Egg = Chicken | 'egg';\n",
    },
  },
];

/** The doors that the upstream plants knock at come first, so that no planted file is covered by one. */
export const ARROW_PLANTS: readonly Plant[] = [...upstream, ...table, ...ground, ...general];
