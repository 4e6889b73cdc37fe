import { expect, test } from 'vitest';
import { clashingFields, remainingChanges } from './meanwhile.ts';

const before = { name: '晟屿新材', region: '浙江', phone: '138 0013 8000', note: null };

test('different fields go together without a question', () => {
  const present = { ...before, region: '江苏' };
  const mine = { ...before, note: '要样品' };
  expect(clashingFields({ before, present, mine })).toEqual([]);
  expect(remainingChanges({ before, present, mine })).toEqual({ note: '要样品' });
});

test('the same field with two values is asked about; the same value is not', () => {
  const mine = { ...before, region: '上海' };
  expect(clashingFields({ before, present: { ...before, region: '江苏' }, mine })).toEqual(['region']);
  expect(clashingFields({ before, present: { ...before, region: '上海' }, mine })).toEqual([]);
  expect(remainingChanges({ before, present: { ...before, region: '上海' }, mine })).toEqual({});
});

test('whoever takes the other value has nothing left to save', () => {
  const present = { ...before, region: '江苏' };
  expect(clashingFields({ before, present, mine: present })).toEqual([]);
  expect(remainingChanges({ before, present, mine: present })).toEqual({});
});

test('empty is empty however it is written', () => {
  expect(
    clashingFields({ before, present: { ...before, note: '' }, mine: { ...before, note: 'x' } }),
  ).toEqual([]);
});
