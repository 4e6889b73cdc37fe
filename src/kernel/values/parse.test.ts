import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChineseNumber } from './chinese-number.ts';
import { addDays } from './day.ts';
import { readAmount, readSize } from './parse-amount.ts';
import { parseDate, parseDay, parseInstant } from './parse-date.ts';

describe('amounts in files', () => {
  test.each([
    ['5000万元', '50000000', 'CNY'],
    ['1.2亿元', '120000000', 'CNY'],
    ['50,000,000', '50000000', null],
    ['¥360,000', '360000', 'CNY'],
    ['￥３６０，０００．５０', '360000.5', 'CNY'],
    ['人民币50000万元整', '500000000', 'CNY'],
    ['3,000万人民币', '30000000', 'CNY'],
    ['276万', '2760000', null],
    ['1亿2000万', '120000000', null],
    ['伍仟万元整', '50000000', 'CNY'],
    ['两千三百万', '23000000', null],
    ['500万美元', '5000000', 'USD'],
    ['US$1.5M', '1500000', 'USD'],
    ['HK$20,000', '20000', 'HKD'],
    ['约300万元左右', '3000000', 'CNY'],
    ['380K', '380000', null],
    ['1.2E+08', '120000000', null],
    ['-500', '-500', null],
    ['(1,234.00)', '-1234', null],
    ['0', '0', null],
  ])('%s', (text, value, currency) => {
    expect(readAmount(text)).toEqual({ value, currency });
  });
  test('what is no amount', () => {
    for (const wrong of [
      '',
      '面议',
      '1,23',
      '1.2.3',
      '100-200万',
      '万',
      '5000万元起步价',
      '--5',
      '二〇二六',
    ]) {
      expect(readAmount(wrong), wrong).toBe(null);
    }
  });
  test('plain and grouped numbers read as themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(readAmount(String(value))?.value).toBe(String(value));
        expect(readAmount(value.toLocaleString('en-US'))?.value).toBe(String(value));
        expect(readAmount(`${value}万元`)?.value).toBe(String(BigInt(value) * 10_000n));
      }),
    );
  });
  test('Chinese numbers', () => {
    expect(['十', '一百零五', '三千五百', '壹亿贰仟万', '一万亿', '零'].map(readChineseNumber)).toEqual([
      '10',
      '105',
      '3500',
      '120000000',
      '1000000000000',
      '0',
    ]);
  });
});

describe('sizes in files', () => {
  test.each([
    ['320', '320', '320'],
    ['800人', '800', '800'],
    ['100-199人', '100', '199'],
    ['１００～１９９人', '100', '199'],
    ['少于100人', null, '99'],
    ['100人以下', null, '100'],
    ['500人以上', '500', null],
    ['超过500人', '501', null],
    ['1000+', '1000', null],
    ['1-2万人', '10000', '20000'],
    ['1,000 到 2,000 人', '1000', '2000'],
    ['约50名员工', '50', '50'],
  ])('%s', (text, low, high) => {
    expect(readSize(text)).toEqual({ low, high });
  });
  test('what is no size', () => {
    for (const wrong of ['', '很多', '200-100', '1-2-3', '人']) expect(readSize(wrong), wrong).toBe(null);
  });
});

describe('dates in files', () => {
  test.each([
    ['2026年5月1日', '2026-05-01', null],
    ['２０２６年５月１日', '2026-05-01', null],
    ['26年5月1号', '2026-05-01', null],
    ['2026.5.17', '2026-05-17', null],
    ['20260419', '2026-04-19', null],
    ['2026-01-08', '2026-01-08', null],
    ['2026/1/8', '2026-01-08', null],
    ['46169', '2026-05-27', null],
    ['46169.5', '2026-05-27', '12:00:00'],
    ['46169.999999', '2026-05-28', '00:00:00'],
    ['2026-01-08 13:44', '2026-01-08', '13:44:00'],
    ['2026/1/8 9:05:07', '2026-01-08', '09:05:07'],
    ['2026-01-08T13:44:05', '2026-01-08', '13:44:05'],
    ['2026年1月8日 下午3:05', '2026-01-08', '15:05:00'],
    ['2026年1月8日15时30分', '2026-01-08', '15:30:00'],
    ['2026年1月8日（周四）', '2026-01-08', null],
    ['20260108134405', '2026-01-08', '13:44:05'],
    ['17 Nov 2026', '2026-11-17', null],
    ['November 17, 2026', '2026-11-17', null],
    ['17/11/2026', '2026-11-17', null],
    ['11/17/2026 1:30 PM', '2026-11-17', '13:30:00'],
  ])('%s', (text, day, time) => {
    const found = parseDate(text);
    expect([found?.day, found?.time]).toEqual([day, time]);
  });
  test('what is no date', () => {
    for (const wrong of [
      '',
      '2026-13-45',
      '2026-02-29',
      '99999',
      '320',
      '3/4/2026',
      '5月1日',
      '下周三',
      '2026-01-08 25:00',
    ]) {
      expect(parseDate(wrong), wrong).toBe(null);
    }
    expect([parseDay('3/4/2026', 'dmy'), parseDay('3/4/2026', 'mdy')]).toEqual(['2026-04-03', '2026-03-04']);
  });
  test('instants follow the zone of the file, or the offset they name', () => {
    expect(parseInstant('2026-01-08 13:44:05', 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-01-08T05:44:05.000Z',
    );
    expect(parseInstant('2026-01-08T13:44:05Z', 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-01-08T13:44:05.000Z',
    );
    expect(parseInstant('2026年1月8日', 'Asia/Shanghai')?.toISOString()).toBe('2026-01-07T16:00:00.000Z');
  });
  test('every day reads back in every writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_264, max: 80_353 }), (serial) => {
        const day = addDays('1899-12-30', serial);
        const [year, month, date] = day.split('-').map(Number);
        const writings = [
          `${serial}`,
          day,
          day.replaceAll('-', ''),
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
        ];
        expect(writings.map((text) => parseDay(text))).toEqual(writings.map(() => day));
      }),
    );
  });
});
