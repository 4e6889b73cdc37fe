import { expect, test } from 'vitest';
import type { Condition } from '#kernel/conditions/tree.ts';
import { defineObject } from '#kernel/fields.ts';
import { prunedView } from './pruning.ts';

const definition = defineObject({
  object: 'prunedThings',
  table: 'pruned_things',
  label: { zh: '东西', en: 'Things' },
  nameField: 'title',
  defaultSort: 'title',
  fields: [
    { key: 'title', type: 'text', label: { zh: '名称', en: 'Title' }, filter: true, sort: true },
    { key: 'cost', type: 'money', label: { zh: '成本', en: 'Cost' }, filter: true, sort: true },
  ],
});

const title: Condition = { field: 'title', operator: 'contains', value: 'a' };
const cost: Condition = { field: 'cost', operator: '>', value: '5' };
const gone: Condition = { field: 'custom.gone', operator: '=', value: 'x' };
const layout = {
  order: ['title', 'cost', 'custom.gone'],
  hidden: ['custom.gone'],
  widths: { cost: 90, 'custom.gone': 80 },
};

test('a view opens without the rules, sorts and columns of fields that are gone, and says how many rules', () => {
  const condition: Condition = {
    combinator: 'and',
    rules: [title, gone, { combinator: 'or', rules: [gone] }],
  };
  expect(prunedView({ condition, sort: ['-custom.gone', 'title'], layout }, definition, {})).toEqual({
    condition: { combinator: 'and', rules: [title] },
    sort: ['title'],
    layout: { order: ['title', 'cost'], hidden: [], widths: { cost: 90 } },
    dropped: 2,
  });
});

test('a field hidden from the reader is like one that is gone', () => {
  const condition: Condition = { combinator: 'or', rules: [cost, title] };
  const seen = prunedView({ condition, sort: ['-cost'], layout }, definition, { cost: 'hidden' });
  expect(seen).toMatchObject({ condition: { combinator: 'or', rules: [title] }, sort: [], dropped: 1 });
  expect(JSON.stringify(seen)).not.toContain('cost');
});

test('a view whose every rule is gone has no condition', () => {
  const pruned = prunedView(
    { condition: { combinator: 'or', rules: [gone] }, sort: [], layout: null },
    definition,
    {},
  );
  expect(pruned).toEqual({ condition: null, sort: [], layout: null, dropped: 1 });
});

test('a whole view stays as it is', () => {
  const content = { condition: { combinator: 'and' as const, rules: [cost] }, sort: ['-cost'], layout: null };
  expect(prunedView(content, definition, {})).toEqual({ ...content, dropped: 0 });
});
