import { expect, test } from 'vitest';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { shownChanges } from './redacting.ts';

const label = { zh: '字段', en: 'Field' };
const definition: ObjectDefinition = {
  object: 'things',
  table: 'things',
  label,
  nameField: 'name',
  defaultSort: 'name',
  fields: [
    { key: 'name', type: 'text', label },
    { key: 'phone', type: 'phone', label },
    { key: 'amount', type: 'money', label },
    { key: 'custom.vip', type: 'text', label, customKey: 'vip' },
  ],
};
const changes = {
  name: ['a', 'b'],
  phone: ['138', '139'],
  amount: ['1.00', '2.00'],
  'custom.vip': [null, 'yes'],
  'custom.gone': ['x', 'y'],
} as const;

test('a hidden change is absent, a masked one says only that it happened', () => {
  const shown = shownChanges(changes, definition, { amount: 'hidden', phone: 'masked' });
  expect(shown).toEqual([
    { field: 'name', before: 'a', after: 'b', masked: false },
    { field: 'phone', before: null, after: null, masked: true },
    { field: 'custom.vip', before: null, after: 'yes', masked: false },
  ]);
});

test('nothing is said of what the catalogue does not know', () => {
  expect(shownChanges(changes, undefined, {})).toEqual([]);
  expect(shownChanges(null, definition, {})).toEqual([]);
});
