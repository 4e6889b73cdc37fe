import { expect, test } from 'vitest';
import { uniqueAtMost } from '../model.ts';
import { decideUnique } from './keeping-unique.ts';

const field = (unique: boolean, retiredAt: Date | null = null) => ({ unique, retiredAt });
const many = (count: number) => Array.from({ length: count }, () => field(true));

test('short values that name something can be unique, ten of them on one object', () => {
  for (const type of ['text', 'number', 'phone', 'email'] as const)
    expect(decideUnique(type, [])).toEqual({ yes: true });
  for (const type of ['longText', 'choice', 'date', 'checkbox', 'user'] as const)
    expect(decideUnique(type, [])).toMatchObject({ no: 'not_valid' });
  expect(decideUnique('text', [...many(uniqueAtMost - 1), field(false)])).toEqual({ yes: true });
  expect(decideUnique('text', many(uniqueAtMost))).toMatchObject({ no: 'too_many_unique' });
  expect(decideUnique('text', [...many(uniqueAtMost - 1), field(true, new Date())])).toEqual({ yes: true });
});
