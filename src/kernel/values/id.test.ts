import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bornAt, isId, newId } from './id.ts';

test('ids made in one process always grow, even thousands in one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
});

test('an id tells when it was made', () => {
  const before = Date.now();
  expect(Math.abs(bornAt(newId()).getTime() - before)).toBeLessThan(1_000);
});

test('only lower-case UUIDs are ids', () => {
  fc.assert(fc.property(fc.uuid(), (id) => isId(id)));
  for (const wrong of ['', 'x', null, 7, `${newId()} `, newId().toUpperCase().replace('-7', '-A')]) {
    expect(isId(wrong)).toBe(false);
  }
});
