import { expect, test } from 'vitest';
import { defineObject } from '#kernel/fields.ts';
import { conditionSentence } from './sentence.ts';
import type { Condition } from './tree.ts';

const leads = defineObject({
  object: 'leads',
  table: 'leads',
  label: { zh: '线索', en: 'lead' },
  nameField: 'company',
  defaultSort: '-createdAt',
  fields: [
    { key: 'company', type: 'text', label: { zh: '公司', en: 'Company' }, filter: true },
    { key: 'ownerId', type: 'user', label: { zh: '负责人', en: 'Owner' }, filter: true },
    {
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'Status' },
      filter: true,
      choices: [
        { key: 'new', label: { zh: '新线索', en: 'New' } },
        { key: 'converted', label: { zh: '已转化', en: 'Converted' } },
        { key: 'invalid', label: { zh: '无效', en: 'Invalid' } },
      ],
    },
    { key: 'capital', type: 'money', label: { zh: '注册资本', en: 'Capital' }, filter: true },
    { key: 'winRate', type: 'percent', label: { zh: '赢率', en: 'Win rate' }, filter: true },
    { key: 'createdAt', type: 'datetime', label: { zh: '创建时间', en: 'Created' }, filter: true },
    { key: 'doNotCall', type: 'checkbox', label: { zh: '免打扰', en: 'Do not call' }, filter: true },
  ],
});
const ann = '0199aaaa-0000-7000-8000-000000000001';
const nameOf = (_: unknown, id: string) => (id === ann ? '李雷' : undefined);

function both(condition: Condition): [string, string] {
  const read = (lang: 'zh' | 'en') =>
    conditionSentence(condition, leads, { lang, nameOf, zone: 'Asia/Shanghai' });
  return [read('zh'), read('en')];
}

test('a view reads back as a sentence', () => {
  const mine: Condition = {
    combinator: 'and',
    rules: [
      { field: 'ownerId', operator: '=', value: '@me' },
      { field: 'status', operator: 'notIn', value: ['converted', 'invalid'] },
    ],
  };
  expect(both(mine)).toEqual([
    '负责人 是 我 且 状态 不是 已转化、无效',
    'Owner is me and Status is not Converted or Invalid',
  ]);
});

test('brackets stand only where and meets or', () => {
  const a = { field: 'company', operator: 'contains', value: '华为' } as const;
  const b = { field: 'doNotCall', operator: '=', value: false } as const;
  const c = { field: 'ownerId', operator: 'empty' } as const;
  const either: Condition = { combinator: 'or', rules: [b, c] };
  expect(both({ combinator: 'and', rules: [a, either] })).toEqual([
    '公司 包含 “华为” 且 （免打扰 为 否 或 负责人 为空）',
    'Company contains “华为” and (Do not call is no or Owner is empty)',
  ]);
  expect(both({ combinator: 'or', rules: [a, either] })[0]).toBe(
    '公司 包含 “华为” 或 免打扰 为 否 或 负责人 为空',
  );
  expect(both({ combinator: 'and', not: true, rules: [a, c] })).toEqual([
    '并非（公司 包含 “华为” 且 负责人 为空）',
    'not (Company contains “华为” and Owner is empty)',
  ]);
});

test.each<[Condition, string, string]>([
  [
    { field: 'capital', operator: '>', value: '50000000' },
    '注册资本 大于 50,000,000',
    'Capital is over 50,000,000',
  ],
  [
    { field: 'capital', operator: 'between', value: ['1', '2000'] },
    '注册资本 介于 1 和 2,000',
    'Capital is between 1 and 2,000',
  ],
  [{ field: 'winRate', operator: '>=', value: 60 }, '赢率 至少 60%', 'Win rate is at least 60%'],
  [
    { field: 'createdAt', operator: 'within', value: 'thisMonth' },
    '创建时间 在 本月',
    'Created is this month',
  ],
  [
    { field: 'createdAt', operator: 'olderThanDays', value: 7 },
    '创建时间 早于 7 天前',
    'Created is more than 7 days ago',
  ],
  [
    { field: 'createdAt', operator: 'newerThanDays', value: 1 },
    '创建时间 在 最近 1 天内',
    'Created is in the last 1 day',
  ],
  [
    { field: 'createdAt', operator: '>=', value: '2026-11-21' },
    '创建时间 不早于 2026-11-21',
    'Created is on or after 2026-11-21',
  ],
  [
    { field: 'createdAt', operator: '<', value: '2026-11-21T04:00:00Z' },
    '创建时间 早于 2026-11-21 12:00',
    'Created is before 2026-11-21 12:00',
  ],
  [{ field: 'ownerId', operator: 'in', value: ['@me', ann] }, '负责人 是 我、李雷', 'Owner is me or 李雷'],
  [{ field: 'ownerId', operator: '=', value: ann.replace('1', '2') }, '负责人 是 未知', 'Owner is unknown'],
  [{ combinator: 'and', rules: [] }, '全部记录', 'every record'],
])('%j', (condition, zh, en) => {
  expect(both(condition)).toEqual([zh, en]);
});

test('a field the reader may not know is named neither by key nor by value', () => {
  const secret: Condition = { field: 'margin', operator: '>', value: '1234' };
  expect(both(secret)).toEqual(['未知字段', 'an unknown field']);
});

test('a long list is cut short', () => {
  const names = Array.from({ length: 9 }, (_, index) => `n${index}`);
  expect(both({ field: 'company', operator: 'in', value: names })).toEqual([
    '公司 是 “n0”、“n1”、“n2”、“n3”、“n4”、“n5” 等 9 项',
    'Company is “n0”, “n1”, “n2”, “n3”, “n4”, “n5” or 3 more',
  ]);
});
