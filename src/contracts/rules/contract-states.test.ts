import { expect, test } from 'vitest';
import { decideDelete, decideEdit, decideMove, decideSubmit } from './contract-states.ts';
import { contractNumber } from './numbering.ts';
import { decideTerm } from './term.ts';

const whole = {
  status: 'draft',
  amount: '100.00',
  lineCount: 1,
  plan: [
    { name: 'a', amount: '30.00' },
    { name: 'b', amount: '70.00' },
  ],
} as const;

test('a whole draft may be submitted', () => {
  expect(decideSubmit(whole)).toEqual({ yes: 'inApproval' });
});

test.each([
  [{ lineCount: 0 }, 'no_lines'],
  [{ amount: '0.00' }, 'no_amount'],
  [{ plan: [] }, 'no_plan'],
  [{ plan: [...whole.plan, { name: 'c', amount: '0.00' }] }, 'plan_line_empty'],
  [{ plan: [{ name: 'a', amount: '99.99' }] }, 'plan_not_equal'],
  [{ plan: [{ name: 'a', amount: '100.01' }] }, 'plan_not_equal'],
  [{ status: 'inApproval' }, 'in_approval'],
  [{ status: 'active' }, 'wrong_state'],
  [{ status: 'void' }, 'wrong_state'],
] as const)('%j is refused: %s', (change, code) => {
  expect(decideSubmit({ ...whole, ...change })).toMatchObject({ no: code });
});

test('only a draft is edited; what is being approved says so', () => {
  expect(decideEdit('draft')).toEqual({ yes: true });
  expect(decideEdit('inApproval')).toEqual({ no: 'in_approval' });
  expect(decideEdit('active')).toMatchObject({ no: 'wrong_state' });
});

test('drafts and void contracts go to the bin, no others', () => {
  expect(decideDelete('draft')).toEqual({ yes: true });
  expect(decideDelete('void')).toEqual({ yes: true });
  expect(decideDelete('active')).toMatchObject({ no: 'wrong_state' });
});

test('an active contract goes nowhere by itself', () => {
  expect(decideMove('active', 'draft')).toMatchObject({ no: 'wrong_state' });
  expect(decideMove('active', 'void')).toMatchObject({ no: 'wrong_state' });
});

test('a term may be one day, but not turned round', () => {
  expect(decideTerm({ startsOn: '2026-02-01', endsOn: '2026-02-01' })).toEqual({ yes: true });
  expect(decideTerm({ startsOn: '2026-02-01', endsOn: '2026-01-31' })).toEqual({ no: 'before_start' });
  expect(decideTerm({ startsOn: '2026-02-01', endsOn: null })).toEqual({ yes: true });
});

test('numbers grow beyond four digits', () => {
  expect(contractNumber(2026, 42)).toBe('HT-2026-0042');
  expect(contractNumber(2026, 10_000)).toBe('HT-2026-10000');
});
