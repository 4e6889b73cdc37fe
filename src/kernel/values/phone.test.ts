import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainOf, isEmail, isFreeMail, maskEmail, normaliseEmail } from './email.ts';
import { dialNumber, isMobile, nationalDigits, normalisePhone } from './phone.ts';
import { displayPhone, maskPhone, telLink } from './phone-text.ts';

const mobile = fc
  .tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([head, tail]) => `${head}${String(tail).padStart(9, '0')}`);
const writings: readonly ((digits: string) => string)[] = [
  (d) => d,
  (d) => `+86${d}`,
  (d) => `+86 ${d}`,
  (d) => `0086-${d}`,
  (d) => `86${d}`,
  (d) => `(+86) ${d}`,
  (d) => `0${d}`,
  (d) => `${d.slice(0, 3)}-${d.slice(3, 7)}-${d.slice(7)}`,
  (d) => `${d.slice(0, 3)} ${d.slice(3, 7)} ${d.slice(7)}`,
  (d) => `${d.slice(0, 4)}-${d.slice(4)}`,
  (d) => `${d}\t`,
  (d) => `\u202a${d}\u202c`,
  (d) => `手机：${d}`,
  (d) => `${d}（微信同号）`,
  (d) => d.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

describe('phones', () => {
  test('however a mobile number is written, it is the same person', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...writings), (digits, write) => {
        expect(normalisePhone(write(digits))).toBe(`+86${digits}`);
      }),
    );
  });
  test('what we keep stays as it is', () => {
    for (const kept of [
      '+8613812345678',
      '+862112345678;ext=8',
      '+14155552671',
      '+864001234567',
      '+85223456789',
    ]) {
      expect(normalisePhone(kept)).toBe(kept);
      expect(normalisePhone(displayPhone(kept))).toBe(kept);
    }
  });
  test('landlines with area code and extension', () => {
    expect(normalisePhone('021-1234 5678 转 8')).toBe('+862112345678;ext=8');
    expect(normalisePhone('021-5234 5678 转 8')).toBe('+862152345678;ext=8');
    expect(normalisePhone('（021）52345678')).toBe('+862152345678');
    expect(normalisePhone('021-52345678-8012')).toBe('+862152345678;ext=8012');
    expect(normalisePhone('0755 2678 8888 ext. 12')).toBe('+8675526788888;ext=12');
    expect(normalisePhone('+86 10 6552 9988')).toBe('+861065529988');
    expect(normalisePhone('0571-8888888')).toBe('+865718888888');
    expect(normalisePhone('400-812-3456')).toBe('+864008123456');
  });
  test('other countries', () => {
    expect(normalisePhone('+1 (415) 555-2671')).toBe('+14155552671');
    expect(normalisePhone('00852 2345 6789')).toBe('+85223456789');
    expect(normalisePhone('+44 20 7946 0958')).toBe('+442079460958');
    expect(normalisePhone('(415) 555-2671', 'US')).toBe('+14155552671');
    expect(normalisePhone('13812345678', 'US')).toBe(null);
  });
  test('what is no phone', () => {
    const wrong = [
      '',
      '12345',
      '95588',
      'n/a',
      '1.38E+10',
      '138123456789',
      '52345678',
      '+86 123',
      'a13812345678',
      '13812345678/13912345678',
    ];
    for (const text of wrong) expect(normalisePhone(text), text).toBe(null);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = normalisePhone(text);
        expect(found === null || normalisePhone(found) === found).toBe(true);
      }),
    );
  });
  test('shown, masked, dialled', () => {
    expect(displayPhone('+8613812345678')).toBe('138 1234 5678');
    expect(displayPhone('+862152345678;ext=8')).toBe('021-5234 5678 转 8');
    expect(displayPhone('+864008123456')).toBe('400 812 3456');
    expect(displayPhone('+14155552671')).toBe('+1 415 555 2671');
    expect(displayPhone('+85223456789')).toBe('+852 2345 6789');
    expect(displayPhone('+862152345678;ext=8', 'en')).toBe('021-5234 5678 ext. 8');
    expect(normalisePhone('021-5234 5678 ext. 8')).toBe('+862152345678;ext=8');
    expect(displayPhone('138****5678')).toBe('138 **** 5678');
    expect(displayPhone('13812345678')).toBe('13812345678');
    expect([telLink('+862152345678;ext=8'), telLink('138****5678'), telLink(null)]).toEqual([
      'tel:+862152345678',
      undefined,
      undefined,
    ]);
    expect(maskPhone('+8613812345678')).toBe('138****5678');
    expect(maskPhone('+862152345678;ext=8')).toBe('021-****5678');
    expect(maskPhone('+14155552671')).toBe('+1 ****2671');
    expect(dialNumber('+862152345678;ext=8')).toBe('+862152345678');
    expect([nationalDigits('+8613812345678'), nationalDigits('+862152345678;ext=8')]).toEqual([
      '13812345678',
      '02152345678',
    ]);
    expect([isMobile('+8619912345678'), isMobile('+862152345678'), isMobile('+14155552671')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('mail addresses', () => {
  test('one form for all writings', () => {
    const writings = [
      ' QNAUFB84@163.COM',
      'ｑｎａｕｆｂ８４＠１６３．ｃｏｍ',
      'mailto:qnaufb84@163.com',
      '李雷 <qnaufb84@163.com>',
      'qnaufb84@163.com\u200b',
    ];
    for (const text of writings) expect(normaliseEmail(text)).toBe('qnaufb84@163.com');
  });
  test('what is no address', () => {
    for (const wrong of [
      'not-an-email',
      'a@b',
      '@b.cn',
      'a@@b.cn',
      'a b@c.cn',
      'a@-b.cn',
      'a.@b.cn',
      `${'a'.repeat(65)}@b.cn`,
      '',
    ]) {
      expect(normaliseEmail(wrong), wrong).toBe(null);
    }
    expect(['first.last+tag@sub.example.com', '张三@例子.公司', "o'neil@example.ie"].every(isEmail)).toBe(
      true,
    );
  });
  test('domain, free mail and mask', () => {
    expect(domainOf('li@Huawei.com')).toBe('huawei.com');
    expect([isFreeMail('163.com'), isFreeMail('huawei.com')]).toEqual([true, false]);
    expect(maskEmail('lilei@huawei.com')).toBe('l***@huawei.com');
  });
});
