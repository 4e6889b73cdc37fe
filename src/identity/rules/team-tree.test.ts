import { describe, expect, it } from 'vitest';
import { decideMove, deepestTeam } from './team-tree.ts';

const team = (...path: string[]) => ({ id: path.at(-1) ?? '', path });

describe('moving a team', () => {
  it('takes everything below along', () => {
    expect(
      decideMove(team('top', 'a'), team('top', 'b'), [team('top', 'a', 'c'), team('top', 'a', 'c', 'd')]),
    ).toEqual({
      yes: [
        { id: 'a', path: ['top', 'b', 'a'] },
        { id: 'c', path: ['top', 'b', 'a', 'c'] },
        { id: 'd', path: ['top', 'b', 'a', 'c', 'd'] },
      ],
    });
  });
  it('to the top leaves nothing above it', () => {
    expect(decideMove(team('top', 'a'), null, [])).toEqual({ yes: [{ id: 'a', path: ['a'] }] });
  });
  it('below itself, at any depth, is refused', () => {
    expect(decideMove(team('a'), team('a'), [])).toEqual({ no: 'team_below_itself' });
    expect(decideMove(team('a'), team('a', 'b', 'c'), [])).toEqual({ no: 'team_below_itself' });
  });
  it('deeper than the bottom is refused, also for what hangs below', () => {
    const deep = Array.from({ length: deepestTeam - 1 }, (_, level) => `t${level}`);
    expect(decideMove(team('x'), team(...deep), [])).toHaveProperty('yes');
    expect(decideMove(team('x'), team(...deep), [team('x', 'y')])).toEqual({
      no: 'team_too_deep',
      detail: { max: deepestTeam },
    });
  });
});
