import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { defineObject } from '#kernel/fields.ts';
import { conditionSql } from './to-sql.ts';
import type { Condition } from './tree.ts';

const words = (name: string) => ({ zh: name, en: name });
const choices = ['new', 'won'].map((key) => ({ key, label: words(key) }));
const leads = defineObject({
  object: 'leads',
  table: 'leads',
  label: words('lead'),
  nameField: 'company',
  defaultSort: '-createdAt',
  fields: [
    { key: 'company', type: 'text', label: words('company'), grams: true, filter: true },
    { key: 'ownerId', type: 'user', label: words('owner'), filter: true },
    { key: 'staff', type: 'integer', label: words('staff'), filter: true },
    { key: 'createdAt', type: 'datetime', label: words('created'), filter: true },
    { key: 'status', type: 'choice', label: words('status'), choices, filter: true },
    { key: 'custom.tier', type: 'choice', label: words('tier'), choices, customKey: "ti'er", filter: true },
  ],
});
const ann = '0199aaaa-0000-7000-8000-000000000001';
const moment = { actorId: ann, now: new Date('2026-11-21T04:00:00Z'), zone: 'Asia/Shanghai' };
const database = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

test.each<[Condition, string, readonly unknown[]]>([
  [{ field: 'ownerId', operator: '=', value: '@me' }, '"t"."owner_id" = $1::uuid', [ann]],
  [{ field: 'ownerId', operator: 'empty' }, '"t"."owner_id" is null', []],
  [
    { field: 'status', operator: 'in', value: ['new', 'won'] },
    '"t"."status" = any($1::text[])',
    [['new', 'won']],
  ],
  [{ field: 'status', operator: '!=', value: 'won' }, '("t"."status" = $1::text is not true)', ['won']],
  [{ field: 'staff', operator: '>', value: 100 }, '"t"."staff" > $1::bigint', ['100']],
  [
    { field: 'createdAt', operator: 'within', value: 'today' },
    '("t"."created_at" >= $1::timestamptz and "t"."created_at" < $2::timestamptz)',
    ['2026-11-20T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
  ],
  [
    { field: 'createdAt', operator: 'olderThanDays', value: 7 },
    '"t"."created_at" < $1::timestamptz',
    ['2026-11-13T16:00:00.000Z'],
  ],
  [
    { field: 'company', operator: 'contains', value: '5%_\\Ａ' },
    '(lower(normalize("t"."company", nfkc)) like $1::text and yd_grams("t"."company") @> $2::text[])',
    ['%5\\%\\_\\\\a%', ['5%', '%_', '_\\', '\\a']],
  ],
  [
    { field: 'company', operator: 'contains', value: '华' },
    'lower(normalize("t"."company", nfkc)) like $1::text',
    ['%华%'],
  ],
  [
    { field: 'company', operator: 'notContains', value: '华为' },
    '(lower(normalize("t"."company", nfkc)) like $1::text is not true)',
    ['%华为%'],
  ],
  [{ field: 'custom.tier', operator: '=', value: 'new' }, "(t.custom ->> 'ti''er') = $1::text", ['new']],
  [{ combinator: 'and', rules: [] }, 'true', []],
  [
    {
      combinator: 'or',
      not: true,
      rules: [
        { field: 'ownerId', operator: 'empty' },
        { combinator: 'and', rules: [] },
        { field: 'staff', operator: '<=', value: 5 },
      ],
    },
    '((("t"."owner_id" is null or "t"."staff" <= $1::bigint)) is not true)',
    ['5'],
  ],
])('%j is a statement an index can serve', (condition, statement, parameters) => {
  const query = conditionSql(condition, leads, moment).compile(database);
  expect(query.sql).toBe(statement);
  expect(query.parameters).toEqual(parameters);
});
