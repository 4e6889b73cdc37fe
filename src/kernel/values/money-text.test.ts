import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compactMoneyChangeText,
  compactMoneyText,
  moneyColumnText,
  moneyColumnUnit,
  moneyText,
} from './money-text.ts';
import { changeText, numberText, percentText, signedNumberText } from './number-text.ts';
import { changePercent, isPercent, percentOf, sharesOf } from './percent.ts';

const zh = (amount: string) => compactMoneyText(amount, { lang: 'zh' });
const en = (amount: string) => compactMoneyText(amount, { lang: 'en' });

describe('money on screen', () => {
  test('exact in forms and finance', () => {
    expect(moneyText('860000.00')).toBe('¥860,000.00');
    expect(moneyText('-12.4')).toBe('−¥12.40');
    expect(moneyText('1234567.5', 'USD')).toBe('$1,234,567.50');
    expect(moneyText('1234567.00', 'JPY')).toBe('JP¥1,234,567');
    expect(moneyText('5', 'CHF')).toBe('CHF 5.00');
    expect(moneyText(null)).toBe('—');
    expect(moneyText('9999999999999999.99')).toBe('¥9,999,999,999,999,999.99');
  });
  test('compact in Chinese', () => {
    const shown = { '9800': '¥9,800', '380000': '¥38.0万', '10865000': '¥1,086.5万', '128000000': '¥1.28亿' };
    for (const [amount, text] of Object.entries(shown)) expect(zh(amount)).toBe(text);
    expect(['0', '9999.4', '9999.5', '99999999', '-380000', '-0.3'].map(zh)).toEqual([
      '¥0',
      '¥9,999',
      '¥1.0万',
      '¥1.00亿',
      '−¥38.0万',
      '¥0',
    ]);
    expect(compactMoneyText('10865000', { lang: 'zh', strip: true })).toBe('¥1,087万');
    expect(compactMoneyText('99999999', { lang: 'zh', strip: true })).toBe('¥1.00亿');
    expect(compactMoneyText('3800000', { lang: 'zh', strip: true })).toBe('¥380.0万');
  });
  test('compact in English', () => {
    const shown = { '9800': '¥9.8K', '380000': '¥380K', '10865000': '¥10.9M', '128000000': '¥128M' };
    for (const [amount, text] of Object.entries(shown)) expect(en(amount)).toBe(text);
    expect(['980', '999.6', '999499', '999500', '99949', '99950', '2500000000', '-380000'].map(en)).toEqual([
      '¥980',
      '¥1.0K',
      '¥999K',
      '¥1.0M',
      '¥99.9K',
      '¥100K',
      '¥2.5B',
      '−¥380K',
    ]);
  });
  test('columns carry the unit in the header', () => {
    expect([moneyColumnText('860000', 'zh'), moneyColumnUnit('zh')]).toEqual(['86.00', '万元']);
    expect([moneyColumnText('860000', 'en'), moneyColumnUnit('en')]).toEqual(['860.00', '¥K']);
  });
  test('changes are signed', () => {
    expect(compactMoneyChangeText('380000', { lang: 'zh' })).toBe('+¥38.0万');
    expect(compactMoneyChangeText('0', { lang: 'zh' })).toBe('¥0');
  });
});

describe('numbers and percentages on screen', () => {
  test('a change against nothing is new, nothing against nothing is a dash', () => {
    expect(changeText('112.4', '100', 'zh')).toBe('+12.4%');
    expect(changeText('87.6', '100', 'zh')).toBe('−12.4%');
    expect([changeText(5, 0, 'zh'), changeText(5, 0, 'en'), changeText(0, 0, 'zh')]).toEqual([
      '新增',
      'new',
      '—',
    ]);
    expect(changeText('100', '100', 'zh')).toBe('0.0%');
  });
  test('numbers', () => {
    expect([numberText(12480), numberText('-12.4'), numberText(null)]).toEqual(['12,480', '−12.4', '—']);
    expect([signedNumberText(3), signedNumberText(-3), signedNumberText(0)]).toEqual(['+3', '−3', '0']);
    expect([percentText('62.4'), percentText('33.33', 1), percentText(null)]).toEqual(['62%', '33.3%', '—']);
  });
});

describe('percentages', () => {
  test('of nothing there is no percentage', () => {
    expect(percentOf(80, 160, 0)).toBe('50');
    expect(percentOf('120', '300')).toBe('40.00');
    expect(percentOf(0, 0)).toBe(null);
    expect(changePercent('-0.0001', '1000', 1)).toBe('-100.0');
    expect(['0', '100', '33.33'].every(isPercent)).toBe(true);
    expect(['-1', '100.01', '1.234', 'x', ''].some(isPercent)).toBe(false);
  });
  test('shares add up to exactly one hundred', () => {
    expect(sharesOf([1, 1, 1])).toEqual(['33.4', '33.3', '33.3']);
    expect(sharesOf([0, 0])).toEqual(['0.0', '0.0']);
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 20 }), (parts) => {
        const tenths = sharesOf(parts).reduce((sum, share) => sum + Math.round(Number(share) * 10), 0);
        expect(tenths).toBe(parts.some((part) => part > 0) ? 1_000 : 0);
      }),
    );
  });
});
