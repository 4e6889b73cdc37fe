import { expect, test } from 'vitest';
import { choiceLines, readChoiceLines } from './choice-lines.ts';

const before = [
  { key: 'hot', label: { zh: '热', en: 'Hot' } },
  { key: 'vip', label: { zh: 'VIP', en: 'VIP' } },
];

test('lines read back are the same choices', () => {
  expect(choiceLines(before)).toBe('热 / Hot\nVIP');
  expect(readChoiceLines(choiceLines(before), before)).toEqual(before);
});

test('a line with one word left keeps its records, any other is new', () => {
  expect(readChoiceLines('很热 / Hot\n\n 冷 / Cold \nVIP', before)).toEqual([
    { key: 'hot', label: { zh: '很热', en: 'Hot' } },
    { label: { zh: '冷', en: 'Cold' } },
    { key: 'vip', label: { zh: 'VIP', en: 'VIP' } },
  ]);
});
