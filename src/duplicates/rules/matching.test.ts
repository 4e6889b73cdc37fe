import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appearance } from '../model.ts';
import { blocksOf, groupAll } from './grouping.ts';
import { compareNames, decideSame } from './matching.ts';
import { traitsOf } from './traits.ts';

const same = (a: Appearance, b: Appearance) => decideSame(traitsOf(a), traitsOf(b))?.reasons ?? null;
const named = (name: string) => traitsOf({ name });

describe('names', () => {
  test.each([
    ['象牙白医疗器械（杭州）股份有限公司', '杭州市象牙白医疗器械股份'],
    ['苏州艾乐玛科技有限公司', '艾乐玛（苏州）科技有限责任公司'],
    ['廣東省深圳市華強電子有限公司', '深圳华强电子有限公司'],
    ['ＡＣＭＥ（上海）Trading Co., Ltd.', '上海acme trading'],
    ['西安市安康医疗器械有限公司', '安康（西安）医疗器械有限公司'],
  ])('%s is %s', (a, b) => expect(compareNames(named(a), named(b))).toBe('same'));

  test.each([
    ['北京信达科技有限公司', '上海信达科技有限公司'],
    ['深圳市宏达电子有限公司', '深圳市华强贸易有限公司'],
  ])('%s is not %s', (a, b) => expect(compareNames(named(a), named(b))).toBe('other'));

  test('a homophone or a slip is only similar: person or domain must agree', () => {
    const one = { name: '杭州鸿达电子科技有限公司', contact: '李雷' };
    const two = { name: '杭州宏达电子科技有限公司', contact: '李雷' };
    expect(compareNames(traitsOf(one), traitsOf(two))).toBe('similar');
    expect(same(one, two)).toEqual(['similarName', 'contact']);
    expect(same(one, { ...two, contact: '韩梅梅' })).toBe(null);
    expect(same({ ...one, email: 'a@hongda.cn' }, { ...two, contact: null, email: 'b@hongda.cn' })).toEqual([
      'similarName',
      'domain',
    ]);
    expect(same({ ...one, contact: '李经理', email: 'a@qq.com' }, { ...two, email: 'b@qq.com' })).toBe(null);
  });
});

describe('keys', () => {
  test('a phone counts however it is written, a switchboard only with its extension', () => {
    const phones = (text: string) => traitsOf({ phones: [text] });
    expect(decideSame(phones('+86 138-0013-8000'), phones('１３８００１３８０００'))?.reasons).toEqual([
      'phone',
    ]);
    expect(decideSame(phones('021-12345678-8'), phones('021-12345678-9'))).toBe(null);
  });
  test('two credit codes settle it either way', () => {
    const [a, b] = ['91440300708461136T', '914403001922038216'];
    expect(same({ name: '甲公司', uscc: a }, { name: '乙公司', uscc: a })).toEqual(['uscc']);
    expect(same({ name: '甲科技公司', uscc: a }, { name: '甲科技公司', uscc: b })).toBe(null);
    expect(same({ uscc: '91440300708461137T' }, { uscc: '91440300708461137T' })).toBe(null);
  });
  test('one phone of two companies with two people is chance', () => {
    const a = { name: '杭州甲乙电子有限公司', contact: '李雷', phones: ['13800138000'] };
    expect(same(a, { ...a, name: '武汉丙丁物流有限公司', contact: '韩梅' })).toBe(null);
    expect(same(a, { ...a, name: '' })).toEqual(['phone', 'contact']);
  });
});

const appearance = fc.record({
  name: fc
    .tuple(
      fc.constantFrom('杭州', '上海市', '安康', ''),
      fc.constantFrom('华强', '信达', '艾乐玛', '鸿达', '宏达'),
      fc.constantFrom('（深圳）', '', '(中国)'),
      fc.constantFrom('电子', '科技', '医疗器械'),
      fc.constantFrom('有限公司', '有限责任公司', '股份', ''),
    )
    .map((parts) => parts.join('')),
  contact: fc.constantFrom('李雷', '李经理', '韩梅梅', null),
  phones: fc.array(fc.constantFrom('13800138000', '0086-13900139000', '021-12345678'), { maxLength: 2 }),
  email: fc.constantFrom('a@hua.cn', 'B@QQ.COM ', null),
  region: fc.constantFrom('杭州', '浙江杭州市', '上海', null),
});

describe('always', () => {
  test('the decision does not ask who came first', () => {
    fc.assert(
      fc.property(appearance, appearance, (a, b) => {
        expect(decideSame(traitsOf(a), traitsOf(b))).toEqual(decideSame(traitsOf(b), traitsOf(a)));
      }),
    );
  });
  test('two that are one share a block, so nothing is lost by looking only there', () => {
    fc.assert(
      fc.property(appearance, appearance, (a, b) => {
        const [one, two] = [traitsOf(a), traitsOf(b)];
        if (decideSame(one, two))
          expect(blocksOf(one).some((block) => blocksOf(two).includes(block))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
  test('width, spaces, brackets and the length of the legal form change nothing', () => {
    const respelt = (name: string) =>
      ` ${name.replaceAll('（', '(').replaceAll('）', ')').replace('有限公司', '有限责任 公司')}　`;
    fc.assert(
      fc.property(appearance, (a) => {
        expect(compareNames(traitsOf(a), traitsOf({ ...a, name: respelt(a.name) }))).toBe('same');
      }),
    );
  });
  test('every record is in one group at most, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(appearance, { maxLength: 25 }), (list) => {
        const groups = groupAll(list.map(traitsOf));
        const members = groups.flatMap((group) => group.members);
        expect(new Set(members).size).toBe(members.length);
        expect(groups.every((group) => group.members.length > 1)).toBe(true);
      }),
    );
  });
});
