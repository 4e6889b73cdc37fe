import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, plainCell, safeCell } from './one-line.ts';
import { searchQuery, searchTokens } from './pinyin.ts';

/** What the database does with a search vector and a query of AND-ed terms. */
function finds(query: string, tokens: readonly string[]): boolean {
  const terms = [...query.matchAll(/'([^']*)'(:\*)?/g)];
  return (
    terms.length > 0 &&
    terms.every(([, word = '', beginning]) =>
      tokens.some((token) => (beginning ? token.startsWith(word) : token === word)),
    )
  );
}

const huawei = searchTokens('华为技术有限公司', { phones: ['+8613801234567', '+862152345678;ext=8'] });

describe('searching', () => {
  test.each([
    '华为',
    '华',
    'huawei',
    'HuaW',
    'hw',
    'hwjs',
    'jishu',
    'js',
    '1380',
    '4567',
    '01234567',
    '华为 1380',
    'hua wei',
    '華為',
    '技术 华为',
    '０２１－５２３４',
    '021 5234 5678',
    '2152345678',
    '+86 138',
    '138 0123',
    '13801234567',
    '有限公司',
  ])('%s finds 华为技术有限公司', (text) => {
    expect(finds(searchQuery(text), huawei)).toBe(true);
  });
  test.each(['为华', '小米', 'uawei', 'xiaomi', '1381', '9999', '华为 小米', ''])('%s does not', (text) => {
    expect(finds(searchQuery(text), huawei)).toBe(false);
  });
  test('names with brackets, Latin words, accents and other scripts', () => {
    const one = searchTokens('一米八（苏州）供应链 T-Mobile Müller lilei@huawei.com 360科技 トヨタ');
    for (const text of [
      '一米八苏州',
      '一米八（苏州）',
      'ymbsz',
      'tmob',
      't-mobile',
      'muller',
      'Müller',
      'lilei@huawei',
      '360',
      '360科技',
      'トヨタ',
    ]) {
      expect(finds(searchQuery(text), one), text).toBe(true);
    }
  });
  test('characters with two readings are found by the reading of names and of words', () => {
    expect(finds(searchQuery('zeng'), searchTokens('曾小贤'))).toBe(true);
    expect(finds(searchQuery('chongqing'), searchTokens('重庆机械'))).toBe(true);
    expect(finds(searchQuery('lv'), searchTokens('吕布'))).toBe(true);
  });
  test('any part of a Chinese name, any beginning of its pinyin, any initials find it', () => {
    const name = fc.array(fc.constantFrom(...'华为技术有限公司上海深圳阿里巴巴腾讯供应链重庆长乐行'), {
      minLength: 2,
      maxLength: 24,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), fc.nat(), (letters, a, b, c) => {
        const tokens = searchTokens(letters.join(''));
        const from = a % (letters.length - 1);
        const part = letters.slice(from, from + 2 + (b % letters.length)).join('');
        expect(finds(searchQuery(part), tokens)).toBe(true);
        const spelt = tokens.filter((token) => /^[a-z]+$/.test(token));
        const word = spelt[c % spelt.length] ?? '';
        expect(finds(searchQuery(word.slice(0, 1 + (a % word.length))), tokens)).toBe(true);
        expect(spelt.some((token) => token.length >= Math.min(letters.length, 30))).toBe(true);
      }),
    );
  });
  test('whatever is typed, the query is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(searchQuery(text)).toMatch(/^(?:'[^'\\\s]+'(?::\*)?(?: & '[^'\\\s]+'(?::\*)?)*)?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('cells for spreadsheets', () => {
  test('formulas do not run, numbers stay numbers', () => {
    for (const attack of [
      '=HYPERLINK("http://x.test")',
      '+1+1',
      '-cmd|x',
      '@SUM(A1)',
      '\t=1',
      '＝1',
      ' =1',
      '+8613812345678 ',
    ]) {
      expect(safeCell(attack)).toBe(`'${attack}`);
      expect(plainCell(safeCell(attack))).toBe(attack);
    }
    for (const plain of ['-12.40', '860000.00', '12%', '华为', "'quoted'", ''])
      expect(safeCell(plain)).toBe(plain);
    fc.assert(
      fc.property(
        fc.string(),
        (text) => fc.pre(!text.startsWith("'")) === undefined && plainCell(safeCell(text)) === text,
      ),
    );
  });
  test('one line', () => {
    expect(oneLine(' 第二行\r\n换行备注 ')).toBe('第二行 换行备注');
  });
});
