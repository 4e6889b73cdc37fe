import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ask, figuresOf } from '#kernel/values/figures.ts';
import { addMoney } from '#kernel/values/money.ts';
import { blocks, funnelSteps } from '../model.ts';
import { asksFor } from './asking.ts';
import { blocksFor } from './blocks.ts';
import { bottleneckOf, rateOf } from './rates.ts';

const scope = { period: 'quarter', owners: null, currency: 'CNY', today: '2026-11-21' } as const;

test('a share of nothing is no share, and a total is weighted', () => {
  expect(rateOf(80, 160)).toBe('50.0');
  expect(rateOf(120, 300)).toBe('40.0');
  expect(rateOf(80 + 120, 160 + 300)).toBe('43.5');
  expect(rateOf(0, 0)).toBeNull();
});

test('a table ends in the sum of its rows, each with its own rows behind it', () => {
  const ask: Ask = {
    id: 'team.forecast',
    list: 'opportunities.list',
    rules: [{ field: 'status', operator: '=', value: 'open' }],
    groupBy: 'ownerId',
    measures: [{ key: 'team.forecast', fn: 'sum', field: 'weighted' }],
  };
  const found = [
    { id: 'team.forecast', group: 'a', values: ['100.10'] },
    { id: 'team.forecast', group: 'b', values: ['0.95'] },
    { id: 'another', group: 'b', values: ['7.00'] },
  ];
  const figures = figuresOf(ask, found);
  expect(figures.map(({ key, value }) => [key, value])).toEqual([
    ['team.forecast', '101.05'],
    ['team.forecast.a', '100.10'],
    ['team.forecast.b', '0.95'],
  ]);
  expect(figures[1]?.drill.condition).toEqual({
    combinator: 'and',
    rules: [...ask.rules, { field: 'ownerId', operator: '=', value: 'a' }],
  });
});

test('a funnel never widens, and what is stuck is what the next step lost', () => {
  const counts = fc.array(fc.nat(500), { minLength: funnelSteps.length, maxLength: funnelSteps.length });
  const [ask] = asksFor(['funnel'], scope);
  if (!ask) throw new Error('the funnel asks nothing');
  fc.assert(
    fc.property(counts, (given) => {
      const found = funnelSteps.map((group, at) => ({
        id: 'funnel',
        group,
        values: [String(given[at]), '1.00', '2.00'],
      }));
      const value = new Map(figuresOf(ask, found).map((figure) => [figure.key, Number(figure.value)]));
      for (const [at, step] of funnelSteps.entries()) {
        const next = funnelSteps[at + 1];
        const here = value.get(`funnel.${step}`) ?? Number.NaN;
        const after = next ? (value.get(`funnel.${next}`) ?? Number.NaN) : 0;
        expect(here).toBeGreaterThanOrEqual(after);
        expect(value.get(`stuck.funnel.${step}`)).toBe(here - after);
      }
      expect(value.get('funnel.captured')).toBe(given.reduce((sum, one) => sum + one, 0));
    }),
  );
});

test('money is added exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 }), (cents) => {
      const values = cents.map((one) => (one / 100).toFixed(2));
      const ask: Ask = { id: 'x', list: 'l', rules: [], groupBy: 'g', measures: [{ key: 'x', fn: 'sum' }] };
      const found = values.map((value, at) => ({ id: 'x', group: String(at), values: [value] }));
      expect(figuresOf(ask, found)[0]?.value).toBe(addMoney('0.00', ...values));
    }),
  );
});

test('no two questions share a name, and no two figures', () => {
  const asks = asksFor(blocks, scope);
  expect(new Set(asks.map(({ id }) => id)).size).toBe(asks.length);
  const keys = asks.flatMap((ask) => ask.measures.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
});

test('the period and the team are part of what a figure counts; what is open counts whenever it came', () => {
  const text = (period: 'month' | 'all', owners: string[] | null) =>
    JSON.stringify(asksFor(['money'], { ...scope, period, owners }));
  expect(text('month', null)).toContain('thisMonth');
  expect(text('all', null)).not.toContain('within');
  expect(text('all', ['a']).match(/"a"/g)).toHaveLength(4);
});

test('the bottleneck is the weakest step that enough leads have come to', () => {
  const reached = { captured: 200, reached: 150, followed: 60, opportunity: 19, quoted: 2, won: 1 };
  expect(bottleneckOf(reached)).toEqual({ from: 'followed', to: 'opportunity', rate: '31.7', sample: 60 });
  expect(bottleneckOf({ ...reached, captured: 5, reached: 4, followed: 3, opportunity: 2 })).toBeNull();
});

type Width = 'none' | 'self' | 'teamTree' | 'all';
const reader = (permissions: string[], scopes: Record<string, Width>) => ({
  permissions: new Set(permissions),
  scopeOf: (object: string) => scopes[object] ?? 'none',
});
const selling = ['leads', 'opportunities', 'contracts', 'receivables', 'activities'];
const reading = [...selling.map((object) => `${object}.read`), 'activities.create'];
const everywhere = (width: Width) => Object.fromEntries(selling.map((object) => [object, width]));

test('a rep sees his day, a manager his team, finance the ageing, marketing the channels', () => {
  expect(blocksFor(reader(reading, everywhere('self')))).toEqual(['day', 'money', 'funnel', 'pipeline']);
  expect(blocksFor(reader(reading, everywhere('teamTree')))).toEqual([
    'money',
    'funnel',
    'pipeline',
    'team',
    'months',
  ]);
  expect(
    blocksFor(reader(['contracts.read', 'receivables.read'], { contracts: 'all', receivables: 'all' })),
  ).toEqual(['money', 'ageing', 'months']);
  expect(blocksFor(reader(['leads.read'], { leads: 'all' }))).toEqual(['funnel', 'channels']);
  expect(blocksFor(reader([], {}))).toEqual([]);
});
