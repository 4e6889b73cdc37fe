import { expect, test } from 'vitest';
import { defineObject, type FieldRights } from '#kernel/fields.ts';
import { checkCondition } from './check.ts';
import { evaluate } from './evaluate.ts';
import { operatorsFor } from './operators.ts';
import { finishedRules } from './plain.ts';
import { conditionSchema } from './schema.ts';
import type { Condition, ConditionValue, Operator } from './tree.ts';

const words = (name: string) => ({ zh: name, en: name });
const leads = defineObject({
  object: 'leads',
  table: 'leads',
  label: words('lead'),
  nameField: 'company',
  defaultSort: '-createdAt',
  fields: [
    { key: 'company', type: 'text', label: words('company'), filter: true },
    { key: 'secretNote', type: 'text', label: words('note') },
    { key: 'mobile', type: 'phone', label: words('mobile'), filter: true },
    { key: 'email', type: 'email', label: words('email'), filter: true },
    { key: 'capital', type: 'money', label: words('capital'), filter: true },
    { key: 'staff', type: 'integer', label: words('staff'), filter: true },
    { key: 'foundedOn', type: 'date', label: words('founded'), filter: true },
    { key: 'createdAt', type: 'datetime', label: words('created'), filter: true },
    { key: 'ownerId', type: 'user', label: words('owner'), filter: true },
    { key: 'channelId', type: 'reference', reference: 'channels', label: words('channel'), filter: true },
    { key: 'doNotCall', type: 'checkbox', label: words('do not call'), filter: true },
    {
      key: 'status',
      type: 'choice',
      label: words('status'),
      choices: [{ key: 'new', label: words('new') }],
      filter: true,
    },
    {
      key: 'tags',
      type: 'multiChoice',
      label: words('tags'),
      choices: [{ key: 'vip', label: words('vip') }],
      filter: true,
    },
  ],
});
const ann = '0199aaaa-0000-7000-8000-000000000001';

function codes(
  field: string,
  operator: Operator,
  value?: ConditionValue,
  rights: FieldRights = {},
): string[] {
  const rule = { field, operator, ...(value === undefined ? {} : { value }) };
  return checkCondition(rule, leads, rights).map((found) => found.code);
}

test('a hidden field is answered like one that does not exist', () => {
  const rights: FieldRights = { capital: 'hidden' };
  expect(codes('capital', '>', '100', rights)).toEqual(['unknown_field']);
  expect(codes('capital', 'contains', 'x', rights)).toEqual(['unknown_field']);
  expect(codes('margin', '>', '100')).toEqual(['unknown_field']);
  for (const key of ['__proto__', 'constructor', 'toString', 'id; drop table leads', 'company.ownerId'])
    expect(codes(key, 'empty')).toEqual(['unknown_field']);
});

test('a masked phone cannot be spelled out by asking', () => {
  const rights: FieldRights = { mobile: 'masked' };
  expect(codes('mobile', 'startsWith', '1381', rights)).toEqual(['field_masked']);
  expect(codes('mobile', '=', '13812345678', rights)).toEqual(['field_masked']);
  expect(codes('mobile', 'notEmpty', undefined, rights)).toEqual([]);
  expect(codes('mobile', 'startsWith', '1381', { mobile: 'read' })).toEqual([]);
});

test('a field that the catalogue does not offer for filtering is refused', () => {
  expect(codes('secretNote', 'contains', 'x')).toEqual(['field_not_filterable']);
});

test('each type offers its own operators and no other', () => {
  expect(codes('company', '>', 'A')).toEqual(['operator_not_allowed']);
  expect(codes('status', 'contains', 'n')).toEqual(['operator_not_allowed']);
  expect(codes('capital', 'contains', '5')).toEqual(['operator_not_allowed']);
  expect(codes('doNotCall', 'empty')).toEqual(['operator_not_allowed']);
  expect(codes('createdAt', 'in', ['2026-01-01'])).toEqual(['operator_not_allowed']);
  expect(operatorsFor('money')).toContain('between');
  expect(operatorsFor('user')).toEqual(['in', 'notIn', '=', '!=', 'empty', 'notEmpty']);
});

test.each<[string, Operator, ConditionValue | undefined, string | null]>([
  ['company', 'contains', '华为', null],
  ['company', 'contains', '', 'value_required'],
  ['company', 'contains', undefined, 'value_required'],
  ['company', '=', '  ', 'value_required'],
  ['company', 'contains', 5, 'value_wrong_type'],
  ['company', 'contains', ['a'], 'value_wrong_type'],
  ['company', 'empty', 'x', 'value_not_expected'],
  ['company', 'empty', '', null],
  ['company', 'in', [], 'value_required'],
  ['company', 'in', 'a', 'value_wrong_type'],
  ['capital', '>', '50000000', null],
  ['capital', '>', 50_000_000, null],
  ['capital', '>', '5e7', 'value_wrong_type'],
  ['capital', '>', '1,000', 'value_wrong_type'],
  ['capital', '>', '0x10', 'value_wrong_type'],
  ['capital', '>', '1000000000000000000000000000000000', 'value_out_of_range'],
  ['capital', 'between', ['1', '2'], null],
  ['capital', 'between', ['1'], 'value_wrong_type'],
  ['capital', 'between', ['1', ''], 'value_required'],
  ['staff', '>', '100.5', 'value_wrong_type'],
  ['staff', '>', true, 'value_wrong_type'],
  ['foundedOn', '=', '2024-02-29', null],
  ['foundedOn', '=', '2026-02-29', 'value_wrong_type'],
  ['foundedOn', '=', '2026-02-28T00:00:00Z', 'value_wrong_type'],
  ['foundedOn', '=', '0000-01-01', 'value_out_of_range'],
  ['foundedOn', '=', '1066-10-14', 'value_out_of_range'],
  ['createdAt', '>=', '2026-11-21', null],
  ['createdAt', '>=', '2026-11-21T08:00:00+08:00', null],
  ['createdAt', '>=', '2026-11-21T08:00:00', 'value_wrong_type'],
  ['createdAt', 'within', 'thisWeek', null],
  ['createdAt', 'within', 'lastDecade', 'unknown_period'],
  ['createdAt', 'olderThanDays', 7, null],
  ['createdAt', 'olderThanDays', '7', null],
  ['createdAt', 'olderThanDays', -1, 'value_out_of_range'],
  ['createdAt', 'olderThanDays', 1.5, 'value_wrong_type'],
  ['createdAt', 'olderThanDays', 99_999, 'value_out_of_range'],
  ['ownerId', '=', '@me', null],
  ['ownerId', 'in', [ann, '@me'], null],
  ['ownerId', '=', 'ann', 'value_wrong_type'],
  ['channelId', '=', '@me', 'value_wrong_type'],
  ['doNotCall', '=', true, null],
  ['doNotCall', '=', 'true', 'value_wrong_type'],
  ['status', 'in', ['new'], null],
  ['status', 'in', ['new', 'old'], 'unknown_choice'],
  ['tags', 'contains', 'vip', null],
  ['tags', 'in', ['vip', 'vup'], 'unknown_choice'],
])('%s %s %j is answered with %s', (field, operator, value, code) => {
  expect(codes(field, operator, value)).toEqual(code === null ? [] : [code]);
});

test('every problem says where in the tree it stands', () => {
  const condition: Condition = {
    combinator: 'and',
    rules: [
      { field: 'staff', operator: '>', value: 100 },
      {
        combinator: 'or',
        rules: [
          { field: 'nope', operator: 'empty' },
          { field: 'company', operator: '<', value: 'a' },
        ],
      },
    ],
  };
  expect(checkCondition(condition, leads, {})).toEqual([
    { field: 'nope', code: 'unknown_field', path: [1, 0] },
    { field: 'company', code: 'operator_not_allowed', path: [1, 1] },
  ]);
});

test('the schema refuses what no condition of ours looks like', () => {
  const rule = { field: 'staff', operator: '>', value: 100 };
  const nested = (levels: number): unknown =>
    levels === 0 ? rule : { combinator: 'and', rules: [nested(levels - 1)] };
  const accepts = (input: unknown) => conditionSchema.safeParse(input).success;
  expect(accepts(rule)).toBe(true);
  expect(accepts(nested(5))).toBe(true);
  expect(accepts(nested(6))).toBe(false);
  expect(accepts(nested(2_000))).toBe(false);
  expect(accepts({ combinator: 'or', rules: Array(50).fill(rule) })).toBe(true);
  expect(accepts({ combinator: 'or', rules: Array(51).fill(rule) })).toBe(false);
  const halves = Array(2).fill({ combinator: 'and', rules: Array(26).fill(rule) });
  expect(accepts({ combinator: 'or', rules: halves })).toBe(false);
  expect(accepts({ ...rule, id: 'r1' })).toBe(false);
  expect(accepts({ combinator: 'xor', rules: [] })).toBe(false);
  expect(accepts({ ...rule, operator: 'like' })).toBe(false);
  expect(accepts({ ...rule, value: { gt: 1 } })).toBe(false);
  expect(accepts({ ...rule, value: 'a\u0000b' })).toBe(false);
  expect(accepts({ ...rule, value: ['\ud800'] })).toBe(false);
  expect(accepts({ ...rule, value: 'x'.repeat(1_001) })).toBe(false);
});

test('class A means over fifty million, over a hundred people and social media, and each limit is strict', () => {
  const classA: Condition = {
    combinator: 'and',
    rules: [
      { field: 'capital', operator: '>', value: '50000000' },
      { field: 'staff', operator: '>', value: 100 },
      { field: 'tags', operator: 'contains', value: 'vip' },
    ],
  };
  const lead = { capital: '50000000.01', staff: 101, tags: ['vip'] };
  const moment = { actorId: ann, now: new Date('2026-11-21T04:00:00Z'), zone: 'Asia/Shanghai' };
  expect(evaluate(classA, lead, leads, moment)).toBe(true);
  expect(evaluate(classA, { ...lead, capital: '50000000.00' }, leads, moment)).toBe(false);
  expect(evaluate(classA, { ...lead, staff: 100 }, leads, moment)).toBe(false);
  expect(evaluate(classA, { ...lead, tags: [] }, leads, moment)).toBe(false);
  expect(evaluate(classA, { ...lead, capital: null }, leads, moment)).toBe(false);
});

test('phones and mail addresses are found as people write them', () => {
  const moment = { actorId: ann, now: new Date('2026-11-21T04:00:00Z'), zone: 'Asia/Shanghai' };
  const holds = (field: string, operator: Operator, value: string, stored: string) =>
    evaluate({ field, operator, value }, { [field]: stored }, leads, moment);
  const mobile = '+8613812345678';
  for (const typed of [
    '13812345678',
    '138 1234 5678',
    '+86 138-1234-5678',
    '１３８１２３４５６７８',
    '008613812345678',
  ])
    expect(holds('mobile', '=', typed, mobile), typed).toBe(true);
  expect(holds('mobile', 'startsWith', '138', mobile)).toBe(true);
  expect(holds('mobile', 'startsWith', '812', mobile)).toBe(false);
  expect(holds('mobile', 'contains', '1234 5678', mobile)).toBe(true);
  expect(holds('mobile', '=', '021-12345678', '+862112345678')).toBe(true);
  expect(holds('mobile', 'contains', '021-1234', '+862112345678')).toBe(true);
  expect(holds('mobile', '=', '1 415 555 2671', '+14155552671')).toBe(true);
  expect(holds('email', '=', ' Li@Huawei.CN', 'li@huawei.cn')).toBe(true);
});

test('a rule whose field was removed is refused aloud, never guessed', () => {
  const moment = { actorId: ann, now: new Date(0), zone: 'UTC' };
  const stale: Condition = { combinator: 'or', not: true, rules: [{ field: 'gone', operator: 'empty' }] };
  expect(() => evaluate(stale, {}, leads, moment)).toThrow('bad_input');
});

test('while somebody is typing, only finished rules filter', () => {
  const typing = {
    combinator: 'and',
    rules: [
      { field: 'company', operator: 'contains', value: '' },
      { field: 'staff', operator: '>', value: 5 },
      { combinator: 'or', rules: [{ field: 'ownerId', operator: '=', value: null }] },
    ],
  } as const;
  expect(finishedRules(typing, leads)).toEqual({
    combinator: 'and',
    rules: [
      { field: 'staff', operator: '>', value: 5 },
      { combinator: 'or', rules: [] },
    ],
  });
});
