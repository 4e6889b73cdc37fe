import { expect, test } from 'vitest';
import { hearersOf, isNews } from './news.ts';
import { assignedSentence, decidedSentence, importedSentence, moneySentence } from './sentences.ts';
import { decideSnooze } from './snoozing.ts';

const now = new Date('2026-11-21T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.each([
  ['ui', 400, true],
  ['api', 0, true],
  ['import', 0, false],
  ['demo', 3, true],
  ['demo', 3.01, false],
])('a fact from %s of %s days ago is news: %s', (source, days, told) => {
  expect(isNews({ source, at: daysAgo(days) }, now)).toBe(told);
});

test('everybody hears once, and nobody what he did himself', () => {
  expect(hearersOf(['a', 'b', null, 'a', 'me'], 'me')).toEqual(['a', 'b']);
  expect(hearersOf(['a'], null)).toEqual(['a']);
});

test.each([
  [new Date(now), 'snooze_in_past'],
  [daysAgo(1), 'snooze_in_past'],
  [daysAgo(-90), null],
  [daysAgo(-90.01), 'snooze_too_far'],
])('putting off until %s is answered with %s', (until, code) => {
  const decision = decideSnooze(until, now);
  expect('no' in decision ? decision.no : null).toBe(code);
});

test('a rejection says why, money says how much', () => {
  const asked = { title: '视觉质检一期', amount: '860000.00', currency: 'CNY' };
  expect(decidedSentence(asked, 'rejected', '折扣太低').zh).toBe('「视觉质检一期」被驳回：折扣太低');
  expect(decidedSentence(asked, 'approved', null).en).toBe('视觉质检一期 was approved');
  expect(moneySentence('晟屿一期', '380000.00', 'CNY', true).zh).toBe(
    '「晟屿一期」到账 ¥38.0万，这一期已收清',
  );
  expect(assignedSentence({ zh: '线索', en: 'Leads' }, '晟屿新材').zh).toBe('线索「晟屿新材」分配给你');
});

test('a file that broke off says how far it came', () => {
  const ended = {
    ...{ importId: 'i', object: 'leads', status: 'failed' },
    ...{ created: 1_200, updated: 3, skipped: 0, failed: 0 },
  };
  expect(importedSentence('a.csv', { zh: '线索', en: 'Leads' }, ended)).toEqual({
    zh: '「a.csv」导入中断，已处理：新增 1,200，更新 3',
    en: 'The import of a.csv broke off after: 1,200 new, 3 updated',
  });
});
