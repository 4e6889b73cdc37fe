import { expect, test } from 'vitest';
import { suggestNextContact } from './next-contact.ts';

const zone = 'Asia/Shanghai';
const tuesday = new Date('2026-11-17T05:40:00Z');

test('a ripe customer hears from us tomorrow at ten, a B in ten days, a D not at all', () => {
  expect(suggestNextContact('A', tuesday, zone)?.toISOString()).toBe('2026-11-18T02:00:00.000Z');
  expect(suggestNextContact('B', tuesday, zone)?.toISOString()).toBe('2026-11-27T02:00:00.000Z');
  expect(suggestNextContact('D', tuesday, zone)).toBeNull();
  expect(suggestNextContact(null, tuesday, zone)).toBeNull();
});

test('a weekend moves on to Monday', () => {
  const friday = new Date('2026-11-20T05:40:00Z');
  expect(suggestNextContact('A', friday, zone)?.toISOString()).toBe('2026-11-23T02:00:00.000Z');
});
