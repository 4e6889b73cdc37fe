import { expect, test } from 'vitest';
import { chooseApprover } from './choosing-approver.ts';
import { decideVerdict, decideWithdrawal, isForHim } from './deciding.ts';

const leader = (userId: string, change = {}) => ({ userId, active: true, mayDecide: true, ...change });

test('the nearest leader who may decide gets it', () => {
  const leadersAbove = [leader('group', { mayDecide: false }), leader('manager'), leader('boss')];
  expect(chooseApprover({ requesterId: 'rep', leadersAbove, fallbacks: [] })).toEqual({ yes: 'manager' });
});

test('a leader asks the next one up, never himself', () => {
  const leadersAbove = [leader('manager'), leader('boss')];
  expect(chooseApprover({ requesterId: 'manager', leadersAbove, fallbacks: [] })).toEqual({ yes: 'boss' });
});

test('who has left decides nothing; with no leader an administrator does, but not on his own request', () => {
  const leadersAbove = [leader('manager', { active: false })];
  expect(chooseApprover({ requesterId: 'rep', leadersAbove, fallbacks: ['admin'] })).toEqual({
    yes: 'admin',
  });
  expect(chooseApprover({ requesterId: 'admin', leadersAbove: [], fallbacks: ['admin'] })).toEqual({
    no: 'no_approver',
  });
});

test('nobody decides his own request, and nobody another one’s', () => {
  const asked = { requesterId: 'rep', approverId: 'manager' };
  expect(isForHim(asked, 'rep', 'M')).toEqual({ no: 'own_request' });
  expect(isForHim(asked, 'other', 'M')).toEqual({ no: 'not_yours', detail: { approver: 'M' } });
  expect(isForHim(asked, 'manager', 'M')).toEqual({ yes: true });
  expect(isForHim({ requesterId: 'x', approverId: 'x' }, 'x', 'X')).toEqual({ no: 'own_request' });
});

test('one decision, and a rejection says why', () => {
  expect(decideVerdict({ status: 'pending' }, 'approved', null, null)).toEqual({ yes: 'approved' });
  expect(decideVerdict({ status: 'pending' }, 'rejected', null, null)).toEqual({ no: 'comment_required' });
  expect(decideVerdict({ status: 'pending' }, 'rejected', 'too cheap', null)).toEqual({ yes: 'rejected' });
  expect(decideVerdict({ status: 'approved' }, 'rejected', 'x', 'Lu')).toEqual({
    no: 'already_decided',
    detail: { by: 'Lu' },
  });
  expect(decideVerdict({ status: 'withdrawn' }, 'approved', null, null)).toEqual({ no: 'withdrawn' });
});

test('only an open question can be taken back', () => {
  expect(decideWithdrawal({ status: 'pending' }, null)).toEqual({ yes: true });
  expect(decideWithdrawal({ status: 'withdrawn' }, null)).toEqual({ no: 'withdrawn' });
  expect(decideWithdrawal({ status: 'rejected' }, 'Lu')).toMatchObject({ no: 'already_decided' });
});
