import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyCore, companyKey } from './company-name.ts';
import { companyKeys, simplified } from './company-name-hant.ts';
import { regionOf } from './regions.ts';
import { isUscc, maskUscc, normaliseUscc, usccCheck } from './uscc.ts';

describe('the key of a company name', () => {
  test('width, spaces, brackets, case and punctuation do not count', () => {
    const same = [
      '一米八（苏州）供应链管理有限公司',
      '一米八(苏州)供应链管理有限公司',
      ' 一米八 〔苏州〕供应链 管理有限公司　',
      '一米八苏州供应链管理有限公司',
    ];
    expect(new Set(same.map((name) => companyKey(name))).size).toBe(1);
    expect(companyKey('ＡＣＭＥ Co., Ltd.')).toBe(companyKey('acme co ltd'));
  });
  test('what tells companies apart stays', () => {
    expect(companyKey('甲有限公司')).not.toBe(companyKey('甲有限责任公司'));
    expect(companyKey('C++ Ltd')).not.toBe(companyKey('C Ltd'));
    expect(companyKey('1.5工坊')).not.toBe(companyKey('15工坊'));
    expect(companyKey('上海甲公司')).not.toBe(companyKey('北京甲公司'));
  });
  test('traditional and simplified spellings are one company', () => {
    expect(companyKeys('華為技術有限公司')).toEqual(companyKeys('华为技术有限公司'));
    expect(simplified('臺灣積體電路')).toBe('台湾积体电路');
  });
  test('a key is its own key', () => {
    const name = fc.array(fc.constantFrom(...'上海市华为技术（）()有限责任公司股份集团 A.b&1１·-'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(name, (letters) => {
        const text = letters.join('');
        expect(companyKey(companyKey(text))).toBe(companyKey(text));
        expect(companyCore(text) === '').toBe(companyKey(text) === '');
      }),
    );
  });
});

describe('the core of a company name', () => {
  test.each([
    ['上海华为技术（集团）有限责任公司', '华为技术'],
    ['厦门市午夜蓝教育咨询有限公司', '午夜蓝教育咨询'],
    ['午夜蓝（厦门）教育咨询有限公司', '午夜蓝教育咨询'],
    ['双维集团信息技术（深圳）股份有限责任公司', '双维集团信息技术'],
    ['广东省深圳市美的集团股份有限公司', '美的'],
    ['内蒙古自治区呼和浩特市伊利实业有限公司', '伊利实业'],
    ['华为技术有限公司上海分公司', '华为技术'],
    ['合鼎电子贸易（成都）股份', '合鼎电子贸易'],
    ['启明创投中心（有限合伙）', '启明创投中心'],
    ['宝马（中国）汽车贸易有限公司', '宝马汽车贸易'],
    ['花旗银行（中国）有限公司', '花旗银行'],
    ['甲（深圳市南山区）科技有限公司', '甲科技'],
    ['甲（东方）科技有限公司', '甲东方科技'],
    ['上海公司', '上海'],
    ['公司', '公司'],
    ['Acme Trading Co., Ltd.', 'acmetrading'],
    ['ACME Holdings Pte. Ltd', 'acme'],
    ['阿里巴巴（中国）网络技术有限公司', '阿里巴巴网络技术'],
  ])('%s → %s', (name, core) => {
    expect(companyCore(name)).toBe(core);
  });
});

describe('regions', () => {
  test('however a city is written', () => {
    for (const text of ['浙江杭州市', '杭州', '浙江省杭州市西湖区', '中国浙江杭州', '杭 州 市']) {
      expect(regionOf(text)).toEqual({ province: '浙江', city: '杭州' });
    }
    expect(regionOf('上海市浦东新区')).toEqual({ province: '上海', city: '上海' });
    expect(regionOf('新疆维吾尔自治区')).toEqual({ province: '新疆', city: null });
    expect(regionOf('恩施土家族苗族自治州')).toEqual({ province: '湖北', city: '恩施' });
    expect(regionOf('火星')).toBe(null);
  });
});

describe('unified social credit codes', () => {
  test('real codes are right, one wrong character is not', () => {
    expect(['91440300708461136T', '914403001922038216', '91110000802100433B'].every(isUscc)).toBe(true);
    expect(isUscc('91440300708461137T')).toBe(false);
    expect(normaliseUscc(' ９１４４０３００７０８４６１１３６ｔ ')).toBe('91440300708461136T');
    expect(normaliseUscc('9144-0300-7084-6113-6T')).toBe('91440300708461136T');
    expect(['', '91440300708461136', 'I1440300708461136T'].map(normaliseUscc)).toEqual([null, null, null]);
    expect(maskUscc('91440300708461136T')).toBe('914403********136T');
  });
  test('every single slip of the finger is noticed', () => {
    const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const body = fc.array(fc.constantFrom(...letters), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(body, fc.nat(8), fc.constantFrom(...letters), (tail, place, other) => {
        const first17 = `91440300${tail.join('')}`;
        const code = first17 + usccCheck(first17);
        expect(isUscc(code)).toBe(true);
        const slipped = code.slice(0, 8 + place) + other + code.slice(9 + place);
        expect(isUscc(slipped)).toBe(slipped === code);
      }),
    );
  });
});
