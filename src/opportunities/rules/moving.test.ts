import { expect, test } from 'vitest';
import { defaultStages, type Stage } from '../model.ts';
import { daysInStage, decideClose, decideMove, decideReopen, isPostponed } from './moving.ts';

const stage = (key: string): Stage => {
  const found = defaultStages.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

test('a deal moves forward one stage at a time, or jumps, and the jump is counted', () => {
  expect(decideMove(stage('contacted'), stage('qualified'), null)).toMatchObject({
    yes: { direction: 'forward', skipped: 0 },
  });
  expect(decideMove(stage('contacted'), stage('drafting'), null)).toMatchObject({
    yes: { direction: 'forward', skipped: 2 },
  });
});

test('backward needs a reason', () => {
  expect(decideMove(stage('quoted'), stage('qualified'), null)).toEqual({ no: 'reason_required' });
  expect(decideMove(stage('quoted'), stage('qualified'), '需求变了')).toMatchObject({
    yes: { direction: 'backward', skipped: 0 },
  });
});

test('a closed deal does not move, and a move to where it is changes nothing', () => {
  expect(decideMove(stage('won'), stage('quoted'), '误操作')).toEqual({ no: 'closed' });
  expect(decideMove(stage('quoted'), stage('quoted'), null)).toEqual({ no: 'already_there' });
});

test('an open deal is won or lost from any stage, a closed one is not closed twice', () => {
  expect(decideClose(stage('contacted'), stage('won'))).toMatchObject({ yes: { direction: 'won' } });
  expect(decideClose(stage('drafting'), stage('lost'))).toMatchObject({ yes: { direction: 'lost' } });
  expect(decideClose(stage('lost'), stage('won'))).toEqual({ no: 'closed' });
});

test('only a closed deal is reopened, with a reason', () => {
  expect(decideReopen(stage('lost'), stage('quoted'), '客户回头')).toMatchObject({
    yes: { direction: 'reopened' },
  });
  expect(decideReopen(stage('lost'), stage('quoted'), ' ')).toEqual({ no: 'reason_required' });
  expect(decideReopen(stage('quoted'), stage('contacted'), '为什么')).toEqual({ no: 'not_closed' });
});

test('days in stage are calendar days where the people are', () => {
  const zone = 'Asia/Shanghai';
  expect(daysInStage(new Date('2026-11-16T15:59:00Z'), new Date('2026-11-16T16:01:00Z'), zone)).toBe(1);
  expect(daysInStage(new Date('2026-11-16T01:00:00Z'), new Date('2026-11-16T09:00:00Z'), zone)).toBe(0);
});

test('a deal slips when its close moves to a later month', () => {
  expect(isPostponed('2026-11-20', '2026-12-01')).toBe(true);
  expect(isPostponed('2026-11-20', '2026-11-30')).toBe(false);
  expect(isPostponed('2026-11-20', '2026-10-30')).toBe(false);
  expect(isPostponed(null, '2026-12-01')).toBe(false);
});
