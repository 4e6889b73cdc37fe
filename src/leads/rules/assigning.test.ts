import { expect, test } from 'vitest';
import { decideReceiver } from './assigning.ts';

test('leads go to whom the giver’s own reach covers', () => {
  expect(decideReceiver('e1', ['e0', 'e1'])).toEqual({ yes: 'e1' });
  expect(decideReceiver('w1', ['e0', 'e1'])).toMatchObject({ no: 'outside_your_team' });
  expect(decideReceiver('w1', null)).toEqual({ yes: 'w1' });
  expect(decideReceiver('w1', [])).toMatchObject({ no: 'outside_your_team' });
});
