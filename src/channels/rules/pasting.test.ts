import { expect, test } from 'vitest';
import { readAmount, readBlock } from './pasting.ts';

test('amounts are read as people write them, and nothing else is', () => {
  expect(['12000.5', '12,000.50', '¥1，200', '', '—', '0012.30'].map(readAmount)).toEqual([
    '12000.50',
    '12000.50',
    '1200.00',
    '0.00',
    '0.00',
    '12.30',
  ]);
  expect(['-5', '1.234', '12k', '1e5'].map(readAmount)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a block of a spreadsheet is rows of cells; one value is just a value', () => {
  expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(readBlock('12.00\n')).toBeNull();
});
