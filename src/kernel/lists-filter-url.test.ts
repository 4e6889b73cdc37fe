import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operators } from './conditions/operators.ts';
import { plainCondition } from './conditions/plain.ts';
import type { Condition } from './conditions/tree.ts';
import { decodeListSearch, encodeListSearch } from './lists-filter-url.ts';

const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\u0000')),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.constantFrom('新线索', 'won', '&', '!|'), fc.integer()), { maxLength: 4 }),
);
const rule: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom('status', 'custom.行业', '&x', 'ownerId'),
    fc.constantFrom(...operators),
    fc.option(value),
  )
  .map(([field, operator, given]) => ({ field, operator, ...(given === null ? {} : { value: given }) }));
const { tree } = fc.letrec<{ tree: Condition; group: Condition }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, rule, tie('group')),
  group: fc.record({
    combinator: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    rules: fc.array(tie('tree'), { maxLength: 3 }),
  }),
}));

test('a list opens from its address exactly as it was set up', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      const state = { condition, sort: ['-createdAt', 'company'], columns: ['name', 'custom.tier'] };
      const address = new URLSearchParams({ ...encodeListSearch(state) }).toString();
      const search = Object.fromEntries(new URLSearchParams(address));
      expect(decodeListSearch(search)).toEqual({ ...state, condition: plainCondition(condition) });
    }),
    { numRuns: 500 },
  );
});

test('the usual filter stays short enough to read in the address bar', () => {
  const condition: Condition = {
    combinator: 'and',
    rules: [
      { field: 'ownerId', operator: '=', value: '@me' },
      { field: 'status', operator: 'notIn', value: ['converted', 'invalid'] },
    ],
  };
  expect(encodeListSearch({ condition }).f).toBe(
    '["&",["ownerId","=","@me"],["status","notIn",["converted","invalid"]]]',
  );
});

test('an address without a filter has no parameters', () => {
  expect(encodeListSearch({})).toEqual({});
  expect(encodeListSearch({ sort: [], columns: [] })).toEqual({});
  expect(decodeListSearch({})).toEqual({});
});

test('what somebody mistyped in an address is left out and the rest still works', () => {
  for (const f of [
    '',
    '[',
    '"x"',
    '7',
    '{"a":1}',
    '["status"]',
    '["a","=",1,2]',
    '["a","drop table",1]',
    '["&",5]',
    '["&","a"]',
  ])
    expect(decodeListSearch({ f, sort: '-amount' })).toEqual({ sort: ['-amount'] });
  expect(decodeListSearch({ sort: 'a;b,-ok,--no,ok2,x,y', cols: 'name,na me,name' })).toEqual({
    sort: ['-ok', 'ok2', 'x'],
    columns: ['name'],
  });
  for (const search of [null, undefined, 'text', [], { f: 3, sort: {}, cols: [] }])
    expect(decodeListSearch(search)).toEqual({});
});

test('an address deeper or larger than any filter we make is not followed', () => {
  const deep = `${'["&",'.repeat(5_000)}["a","empty"]${']'.repeat(5_000)}`;
  expect(decodeListSearch({ f: deep })).toEqual({});
  const wide = JSON.stringify(['|', ...Array.from({ length: 51 }, () => ['a', 'empty'])]);
  expect(decodeListSearch({ f: wide })).toEqual({});
});

test('a filter straight from the editor loses its ids on the way', () => {
  const edited = {
    id: 'g1',
    combinator: 'and',
    not: false,
    rules: [{ id: 'r1', field: 'name', operator: 'empty', value: '' }],
  } as const;
  expect(decodeListSearch(encodeListSearch({ condition: edited }))).toEqual({
    condition: { combinator: 'and', rules: [{ field: 'name', operator: 'empty' }] },
  });
});
