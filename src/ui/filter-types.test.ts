import { expect, test } from 'vitest';
import { operatorsFor } from '#kernel/conditions/operators.ts';
import type { FieldKind } from './field-spec.ts';
import { isComplete, operatorsOf } from './filter-types.ts';

const kinds: readonly FieldKind[] = [
  'text',
  'longText',
  'integer',
  'number',
  'money',
  'percent',
  'date',
  'datetime',
  'choice',
  'multiChoice',
  'checkbox',
  'phone',
  'email',
  'url',
  'user',
  'reference',
];

test.each(kinds)('every question the filter offers about a %s is one the server answers', (kind) => {
  for (const operator of operatorsOf({ kind })) expect(operatorsFor(kind)).toContain(operator);
});

test('a condition waits until its value is complete', () => {
  expect(isComplete({ field: 'a', operator: 'empty' })).toBe(true);
  expect(isComplete({ field: 'a', operator: 'in', value: [] })).toBe(false);
  expect(isComplete({ field: 'a', operator: 'between', value: ['1', ''] })).toBe(false);
  expect(isComplete({ field: 'a', operator: 'between', value: ['1', '2'] })).toBe(true);
  expect(isComplete({ field: 'a', operator: '=', value: false })).toBe(true);
});
