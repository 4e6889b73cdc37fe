import { expect, test } from 'vitest';
import { defineObject } from '#kernel/fields.ts';
import { arrangeChoices } from './choices.ts';
import { decideKey, isLabelTaken, makeKey } from './naming-fields.ts';

const definition = defineObject({
  object: 'namedThings',
  table: 'named_things',
  label: { zh: '东西', en: 'Things' },
  nameField: 'title',
  defaultSort: 'title',
  fields: [
    { key: 'title', type: 'text', label: { zh: '名称', en: 'Title' } },
    { key: 'lastSeenAt', type: 'datetime', label: { zh: '最近', en: 'Last seen' } },
  ],
});

test('a name that the system or JavaScript already uses is refused', () => {
  for (const name of [
    'owner_id',
    'ownerId',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    'title',
    'last_seen_at',
    'orgid',
    'custom',
    'created_at',
  ])
    expect(decideKey(name, definition, []), name).toEqual({ no: 'reserved_name' });
  for (const name of ['Big', '1st', 'with space', 'a.b', "x'y", '', '名', `a${'b'.repeat(40)}`])
    expect(decideKey(name, definition, []), name).toEqual({ no: 'bad_name' });
  expect(decideKey('budgetRange', definition, ['budget_range'])).toEqual({ no: 'name_taken' });
  expect(decideKey('budget_range', definition, [])).toEqual({ yes: 'budget_range' });
});

test('a name is made from the English label, numbered when it cannot be had', () => {
  expect(makeKey('Budget range (CNY)', definition, [])).toBe('budget_range_cny');
  expect(makeKey('Budget', definition, ['budget'])).toBe('budget_2');
  expect(makeKey('Title', definition, [])).toBe('title_2');
  expect(makeKey('预算', definition, [])).toBe('field');
  expect(makeKey('2nd phone', definition, [])).toBe('nd_phone');
});

test('two fields may not have one label', () => {
  const others = [{ label: { zh: '预算', en: 'Budget' } }];
  expect(isLabelTaken({ zh: '预算', en: 'Other' }, others)).toBe('zh');
  expect(isLabelTaken({ zh: '其他', en: 'budget' }, others)).toBe('en');
  expect(isLabelTaken({ zh: '其他', en: 'Other' }, others)).toBeNull();
});

test('a renamed choice keeps its key, a new one gets one, a missing one is named', () => {
  const before = [
    { key: 'small', label: { zh: '小', en: 'Small' } },
    { key: 'large', label: { zh: '大', en: 'Large' } },
  ];
  const sent = [{ key: 'large', label: { zh: '特大', en: 'Huge' } }, { label: { zh: '中', en: 'Small' } }];
  expect(arrangeChoices(sent, before)).toEqual({
    choices: [
      { key: 'large', label: { zh: '特大', en: 'Huge' } },
      { key: 'small_2', label: { zh: '中', en: 'Small' } },
    ],
    gone: [before[0]],
  });
  expect(arrangeChoices([{ key: 'other', label: { zh: '别', en: 'Else' } }], before)).toBeNull();
  expect(arrangeChoices([{ label: { zh: '甲', en: 'A' } }, { label: { zh: '甲', en: 'B' } }], [])).toBeNull();
});
