import { describe, expect, test } from 'vitest';
import { defineObject, type Field } from '#kernel/fields.ts';
import { findHeader } from './finding-header.ts';
import { foldHeader } from './fold-header.ts';
import { importableFields } from './importable-fields.ts';
import { readCell } from './reading-cells.ts';
import { suggestColumns } from './suggesting-columns.ts';
import { writeCell } from './writing-cells.ts';

const words = (zh: string, en: string) => ({ zh, en });
const object = defineObject({
  object: 'importThings',
  table: 'import_things',
  label: words('东西', 'Things'),
  nameField: 'company',
  defaultSort: 'company',
  fields: [
    {
      key: 'company',
      type: 'text',
      label: words('公司', 'Company'),
      importable: true,
      required: true,
      synonyms: ['公司名称'],
    },
    { key: 'phone', type: 'phone', label: words('手机', 'Phone'), importable: true, synonyms: ['联系电话'] },
    { key: 'email', type: 'email', label: words('邮箱', 'E-mail'), importable: true },
    { key: 'amount', type: 'money', label: words('金额', 'Amount'), importable: true, min: '0' },
    { key: 'staff', type: 'integer', label: words('人员规模', 'Staff'), importable: true },
    { key: 'day', type: 'date', label: words('签约日期', 'Signed on'), importable: true },
    { key: 'at', type: 'datetime', label: words('留资时间', 'Captured'), importable: true, edit: false },
    { key: 'rate', type: 'percent', label: words('折扣', 'Discount'), importable: true },
    { key: 'site', type: 'url', label: words('网站', 'Web'), importable: true },
    { key: 'active', type: 'checkbox', label: words('有效', 'Active'), importable: true },
    { key: 'note', type: 'longText', label: words('备注', 'Note'), importable: true },
    {
      key: 'channel',
      type: 'choice',
      label: words('来源', 'Source'),
      importable: true,
      choices: [{ key: 'social', label: words('社交媒体', 'Social media'), synonyms: ['抖音', '视频号'] }],
    },
    {
      key: 'tags',
      type: 'multiChoice',
      label: words('标签', 'Tags'),
      importable: true,
      choices: [
        { key: 'hot', label: words('热', 'Hot') },
        { key: 'big', label: words('大', 'Big') },
      ],
    },
    { key: 'status', type: 'text', label: words('状态', 'Status') },
  ],
});
const field = (key: string) => object.fields.find((one) => one.key === key) as Field;
const setting = { zone: 'Asia/Shanghai', currency: 'CNY', dateOrder: null };
const value = (key: string, cell: string, change = {}) => {
  const read = readCell(field(key), cell, { ...setting, ...change });
  return 'problem' in read ? read.problem.code : read.value;
};

describe('a cell is read as its field means it', () => {
  test.each([
    ['phone', '１３８-1234 5678', '+8613812345678'],
    ['phone', '0571-88888888 / 13812345678', '+8657188888888'],
    ['phone', '1.38E+10', 'digits_lost'],
    ['phone', '12345', 'not_a_phone'],
    ['email', ' Anna@X.TEST ; bob@x.test', 'anna@x.test'],
    ['email', 'not-an-email', 'not_an_email'],
    ['amount', '1.2亿元', '120000000.00'],
    ['amount', '¥36,000.555', '36000.56'],
    ['amount', '100美元', 'other_currency'],
    ['amount', '-5', 'too_small'],
    ['amount', '约一半', 'not_an_amount'],
    ['staff', '100-199人', 100],
    ['staff', '少于100人', 99],
    ['staff', '2.5', 'not_int'],
    ['day', '46169', '2026-05-27'],
    ['day', '2026年5月1日', '2026-05-01'],
    ['day', '2026-13-45', 'not_a_date'],
    ['day', '3/4/2026', 'unclear_date'],
    ['rate', '12.5%', '12.5'],
    ['site', 'www.x.test/a', 'https://www.x.test/a'],
    ['site', '没有网站', 'not_a_web_address'],
    ['active', '是', true],
    ['active', '√', true],
    ['active', 'maybe', 'not_boolean'],
    ['channel', '抖 音', 'social'],
    ['channel', 'SOCIAL MEDIA', 'social'],
    ['channel', '报纸', 'unknown_choice'],
    ['tags', '热、大、热', ['hot', 'big']],
    ['note', "'=1+1", '=1+1'],
    ['note', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['company', '  甲\u200b公司  ', '甲公司'],
    ['company', 'x'.repeat(201), 'too_long'],
    ['company', '—', null],
    ['email', '', null],
  ])('%s: %s', (key, cell, expected) => {
    expect(value(key, cell)).toEqual(expected);
  });

  test('an unclear date follows the order the importer chose; times are wall clock of the organisation', () => {
    expect(value('day', '3/4/2026', { dateOrder: 'dmy' })).toBe('2026-04-03');
    expect(value('day', '3/4/2026', { dateOrder: 'mdy' })).toBe('2026-03-04');
    expect(value('at', '2026-05-01 09:30:15')).toEqual(new Date('2026-05-01T01:30:15Z'));
  });
});

describe('columns', () => {
  const column = (header: string, ...samples: string[]) => ({ header, samples });
  test('map by name, by synonym, by what their values look like; none twice', () => {
    const columns = [
      column('公司名称（必填）*'),
      column('Company'),
      column('联系电话'),
      column('', '13812345678', '13912345678'),
      column('X', 'a@x.test'),
      column('创建状态'),
      column('状态', '13812345678'),
    ];
    const others = object.fields.filter((one) => !importableFields(object, {}).includes(one));
    expect(suggestColumns(columns, importableFields(object, {}), new Map(), others)).toEqual([
      'company',
      null,
      'phone',
      null,
      'email',
      null,
      null,
    ]);
  });

  test('map as they were mapped last time, and stay out when they were left out', () => {
    const remembered = new Map<string, string | null>([
      [foldHeader('客户 全称'), 'company'],
      [foldHeader('手机'), null],
    ]);
    const columns = [column('客户全称'), column('手机', '13812345678')];
    expect(suggestColumns(columns, importableFields(object, {}), remembered)).toEqual(['company', null]);
  });

  test('what is hidden, masked or read-only for a person he cannot fill', () => {
    const keys = (rights: Record<string, 'hidden' | 'masked' | 'read' | 'edit'>) =>
      importableFields(object, rights).map((one) => one.key);
    expect(keys({})).toContain('at');
    expect(keys({})).not.toContain('status');
    expect(keys({ phone: 'hidden', email: 'masked', note: 'read', site: 'edit' })).not.toEqual(
      expect.arrayContaining(['phone', 'email', 'note']),
    );
  });

  test('the header is found below a title, and missing when the first row is data', () => {
    const rows = (...lines: string[][]) => lines.map((cells, index) => ({ line: index + 1, cells }));
    const fields = importableFields(object, {});
    expect(findHeader(rows(['五月线索汇总'], ['公司', '手机'], ['甲', '13812345678']), fields)).toBe(2);
    expect(findHeader(rows(['甲公司', '13812345678'], ['乙公司', '13912345678']), fields)).toBe(0);
    expect(findHeader(rows(['A', 'B'], ['1', '2']), fields)).toBe(1);
  });
});

test('what is written out reads back the same', () => {
  const writing = { lang: 'zh', zone: 'Asia/Shanghai', names: {} } as const;
  const written = (key: string, given: unknown) => {
    const cell = writeCell(field(key), given, writing);
    return cell === null ? '' : String(Object.values(cell)[0]);
  };
  for (const [key, given] of [
    ['amount', '860000.00'],
    ['staff', 320],
    ['day', '2026-05-01'],
    ['channel', 'social'],
    ['tags', ['hot', 'big']],
    ['active', false],
    ['phone', '+8613812345678'],
  ] as const)
    expect(value(key, written(key, given))).toEqual(given);
  expect(value('at', written('at', new Date('2026-05-01T01:30:15Z')))).toEqual(
    new Date('2026-05-01T01:30:15Z'),
  );
});
