import { describe, expect, it } from 'vitest';
import { addNewRights } from './built-in-roles.ts';
import { decideKey } from './keys.ts';
import { decideLeaving } from './leaving.ts';
import { decideLink } from './link-pace.ts';
import { nextPath } from './next-path.ts';
import { decideCode } from './second-step.ts';

describe('the page after signing in (D11)', () => {
  it.each(['/leads', '/leads?filter=%7B%7D', '/'])('%s is ours', (path) => expect(nextPath(path)).toBe(path));
  it.each([
    '//evil.test',
    '/\\evil.test',
    'https:evil.test',
    'https://evil.test',
    '/%0d%0aSet-Cookie:x',
    '/a b',
    '\t//evil',
    'javascript:alert(1)',
    '/sign-in?next=/leads',
    '',
    null,
  ])('%s is not', (path) => expect(nextPath(path)).toBe('/'));
});

it('a code works once, and never after a younger one', () => {
  expect(decideCode(100, null)).toEqual({ yes: 100 });
  expect(decideCode(100, 100)).toEqual({ no: 'wrong_code' });
  expect(decideCode(99, 100)).toEqual({ no: 'wrong_code' });
  expect(decideCode(null, null)).toEqual({ no: 'wrong_code' });
});

it('a password link is sent at most every two minutes', () => {
  const now = new Date('2026-03-02T02:00:00Z');
  expect(decideLink(null, now)).toEqual({ yes: true });
  expect(decideLink(new Date(now.getTime() - 119_000), now)).toEqual({ no: 'sent_just_now' });
  expect(decideLink(new Date(now.getTime() - 120_000), now)).toEqual({ yes: true });
});

describe('a leaver', () => {
  const leaver = { id: 'a', status: 'active' } as const;
  it('needs an active successor who is somebody else', () => {
    expect(decideLeaving('me', leaver, { id: 'b', status: 'active' })).toEqual({ yes: { successorId: 'b' } });
    for (const successor of [
      null,
      leaver,
      { id: 'b', status: 'disabled' },
      { id: 'b', status: 'invited' },
    ] as const)
      expect(decideLeaving('me', leaver, successor)).toEqual({ no: 'successor_not_active' });
  });
  it('is not oneself, and leaves once', () => {
    expect(decideLeaving('a', leaver, { id: 'b', status: 'active' })).toEqual({ no: 'not_to_yourself' });
    expect(decideLeaving('me', { id: 'a', status: 'disabled' }, null)).toEqual({ no: 'already_disabled' });
  });
});

it('a key has at most its owner’s permissions', () => {
  expect(decideKey(0, [], new Set())).toEqual({ yes: true });
  expect(decideKey(0, ['leads.read'], new Set(['leads.read']))).toEqual({ yes: true });
  expect(decideKey(0, ['leads.delete'], new Set(['leads.read']))).toEqual({
    no: 'not_your_permission',
    detail: { permission: 'leads.delete' },
  });
  expect(decideKey(50, [], new Set())).toEqual({ no: 'too_many_keys', detail: { max: 50 } });
});

it('a built-in role gains what is new and keeps what was changed', () => {
  const seen = { permissions: ['a', 'b'], scopes: { leads: 'self' } } as const;
  const present = { permissions: ['b'], scopes: { leads: 'all' } } as const;
  expect(addNewRights(present, seen, seen)).toBeNull();
  expect(
    addNewRights(present, seen, { permissions: ['a', 'b', 'c'], scopes: { leads: 'self', deals: 'team' } }),
  ).toEqual({
    permissions: ['b', 'c'],
    scopes: { leads: 'all', deals: 'team' },
  });
});
