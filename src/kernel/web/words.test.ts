import { expect, test } from 'vitest';
import { localePreference } from './preferences.ts';
import { defineWords, refusalSentence, type Say, type Translation } from './words.tsx';

const zh = {
  held: '私海 {{n}} 条',
  leads: '{{count}} 条线索',
  'refusal.pool_full': '私海已满，{{held}} / {{cap}}',
} as const;
const en: Translation<typeof zh> = {
  held: '{{n}} held',
  leads: '{{count}} leads',
  leads_one: '{{count}} lead',
  'refusal.pool_full': 'Your pool is full, {{held}} / {{cap}}',
};
const words = defineWords('test-words', zh, en);

test('a sentence is filled in either language', () => {
  expect(words.in('zh')('held', { n: 43 })).toBe('私海 43 条');
  expect(words.in('en')('held', { n: 43 })).toBe('43 held');
});

test('English has its singular', () => {
  expect(words.in('en')('leads', { count: 1 })).toBe('1 lead');
  expect(words.in('en')('leads', { count: 2 })).toBe('2 leads');
  expect(words.in('zh')('leads', { count: 1 })).toBe('1 条线索');
});

test('a refusal finds its sentence in the present language', () => {
  expect(refusalSentence('pool_full', { held: 50, cap: 50 })).toBe('私海已满，50 / 50');
  expect(refusalSentence('never_heard_of')).toBeUndefined();
  expect(localePreference.get()).toBe('zh');
});

/** True when a translation without one of the keys is accepted. */
type Short = { readonly held: string } extends Translation<typeof zh> ? true : false;
type Keys = Parameters<Say<typeof zh>>[0];
type AnyKey = 'missing' extends Keys ? true : false;
type WithoutName = Record<string, never> extends Parameters<typeof heldSentence>[0] ? true : false;

function heldSentence(values: { readonly n: string | number }): string {
  return words.in('zh')('held', values);
}

test('a missing key, a missing name or a short translation does not compile', () => {
  // Each constant only compiles while its type is false.
  const refused: readonly [Short, AnyKey, WithoutName] = [false, false, false];
  expect(refused).not.toContain(true);
  expect(heldSentence({ n: 1 })).toBe('私海 1 条');
});
