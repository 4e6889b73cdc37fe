import { expect, test } from 'vitest';
import { decideProtection, type ProtectionState } from './protecting.ts';

const state = (change: Partial<ProtectionState> = {}): ProtectionState => ({
  others: 0,
  active: false,
  times: 0,
  atMost: 5,
  daysAtMost: 90,
  renewalsAtMost: 2,
  ...change,
});
const today = '2026-11-01';

test('a lead is protected through a day, 90 days ahead at most', () => {
  expect(decideProtection(state(), '2027-01-30', today)).toEqual({
    yes: { until: '2027-01-30', renewals: 0 },
  });
  expect(decideProtection(state(), '2027-01-31', today)).toMatchObject({ no: 'protected_too_long' });
  expect(decideProtection(state(), '2026-10-31', today)).toEqual({ no: 'protected_in_past' });
});

test('the fifth is welcome, the sixth is not', () => {
  expect(decideProtection(state({ others: 4 }), today, today)).toHaveProperty('yes');
  expect(decideProtection(state({ others: 5 }), today, today)).toMatchObject({
    no: 'too_many_protected',
    detail: { held: 5, cap: 5 },
  });
});

test('it is renewed twice, and letting it lapse first does not start anew', () => {
  expect(decideProtection(state({ times: 2, active: true }), today, today)).toHaveProperty('yes');
  for (const active of [true, false])
    expect(decideProtection(state({ times: 3, active }), today, today)).toMatchObject({
      no: 'renewals_used_up',
    });
});
