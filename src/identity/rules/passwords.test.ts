import { describe, expect, it } from 'vitest';
import { decidePassword } from './passwords.ts';

const owner = { email: 'zhou.yining@example.test', name: '周以宁' };
const answer = (password: string) => {
  const decision = decidePassword(password, owner);
  return 'no' in decision ? decision.no : 'fine';
};

describe('a password', () => {
  it.each([
    ['correct-horse', 'fine'],
    ['春眠不觉晓处处闻啼鸟', 'fine'],
    ['short-one', 'password_too_short'],
    ['x'.repeat(129), 'password_too_long'],
    ['1234567890', 'password_too_easy'],
    ['aaaaaaaaaaaa', 'password_too_easy'],
    ['abcdefghijkl', 'password_too_easy'],
    ['Password123', 'password_too_easy'],
    ['Zhou.Yining1', 'password_too_easy'],
    ['zhou.yining-rides-a-bike', 'fine'],
  ])('%s is %s', (password, expected) => {
    expect(answer(password)).toBe(expected);
  });
});
