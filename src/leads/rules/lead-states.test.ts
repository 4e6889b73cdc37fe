import { expect, test } from 'vitest';
import { leadStatuses } from '../model.ts';
import { decideMove, isOpen, leadMoves } from './lead-states.ts';

test('a converted lead stays what it is', () => {
  for (const to of leadStatuses) expect(decideMove('converted', to)).toMatchObject({ no: 'wrong_state' });
});

test('only what is worked on or waits for it is open', () => {
  expect(leadStatuses.filter(isOpen)).toEqual(['unassigned', 'pending', 'following']);
});

test('every move of the table is allowed, every other refused', () => {
  for (const from of leadStatuses)
    for (const to of leadStatuses) expect('yes' in decideMove(from, to)).toBe(leadMoves[from].includes(to));
});
