import { expect, test } from 'vitest';
import type { FormField } from '../model.ts';
import { suspicionOf, type Visit } from './judging-visits.ts';
import { guessMapping, mapPayload, placesOf } from './mapping-payloads.ts';

const now = new Date('2026-11-20T08:00:00Z');
const phone: FormField = { key: 'phone', label: { zh: '手机', en: 'Phone' }, required: true };
const form = { address: 'a'.repeat(24), consentVersion: 2, fields: [phone] };
const person: Visit = {
  trap: '',
  proven: true,
  madeAt: new Date(now.getTime() - 20_000),
  bound: form.address,
  consentVersion: 2,
  values: { phone: '139' },
};
const judge = (change: Partial<Visit>) => suspicionOf({ ...person, ...change }, form, now);

test('a person who read the page a moment ago is fine, even if the words changed meanwhile', () => {
  expect(judge({})).toBeNull();
  expect(judge({ consentVersion: 1 })).toBeNull();
});

test('everything a robot does is seen', () => {
  expect(judge({ trap: 'x' })).toBe('filled_trap');
  expect(judge({ proven: false })).toBe('unproven');
  expect(judge({ bound: 'b'.repeat(24) })).toBe('unproven');
  expect(judge({ madeAt: new Date(now.getTime() - 2_499) })).toBe('too_fast');
  expect(judge({ madeAt: new Date(now.getTime() - 2_500) })).toBeNull();
  expect(judge({ consentVersion: null })).toBe('consent_missing');
  expect(judge({ consentVersion: 3 })).toBe('consent_missing');
  expect(judge({ values: { phone: ' ' } })).toBe('bad_values');
});

test('a payload is mapped by its places, guessed at first, and never through what every object has', () => {
  const payload = { user: { name: '王五', mobile: 13_900_001_111 }, tags: ['a', 'b'], note: null };
  expect(placesOf(payload).map(({ path }) => path)).toEqual(['user.name', 'user.mobile', 'tags.0', 'tags.1']);
  expect(guessMapping(payload)).toEqual([
    { path: 'user.name', field: 'contactName' },
    { path: 'user.mobile', field: 'phone' },
  ]);
  const mapping = [
    { path: 'tags.0', field: 'note' },
    { path: 'tags.1', field: 'note' },
    { path: 'constructor.name', field: 'company' },
    { path: 'user.mobile', field: 'phone' },
  ];
  expect(mapPayload(payload, mapping)).toEqual({ note: 'a b', phone: 13_900_001_111 });
});
