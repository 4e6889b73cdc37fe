import { expect, test } from 'vitest';
import { uniqueAtMost } from '../model.ts';
import { decideUnique, decideUniqueType } from './keeping-unique.ts';

const field = (unique: boolean, retiredAt: Date | null = null) => ({ unique, retiredAt });
const many = (count: number) => Array.from({ length: count }, () => field(true));

test('short values that name something can be unique', () => {
  for (const type of ['text', 'number', 'phone', 'email'] as const)
    expect(decideUniqueType(type)).toEqual({ yes: true });
  for (const type of ['longText', 'choice', 'date', 'checkbox', 'user'] as const)
    expect(decideUniqueType(type)).toMatchObject({ no: 'not_valid' });
});

test('ten fields of an object can be unique; retired ones do not count', () => {
  expect(decideUnique([...many(uniqueAtMost - 1), field(false)])).toEqual({ yes: true });
  expect(decideUnique(many(uniqueAtMost))).toMatchObject({ no: 'too_many_unique' });
  expect(decideUnique([...many(uniqueAtMost - 1), field(true, new Date())])).toEqual({ yes: true });
});
