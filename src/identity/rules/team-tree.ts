import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { Team } from '../model.ts';

/** Deeper than any company; keeps every tree question one containment test on a short array. */
export const deepestTeam = 12;

export interface Move {
  readonly id: string;
  readonly path: readonly string[];
}

/**
 * Decides where a team goes and gives the new path of the team and of everything below it.
 * Refuses a place below itself and a tree deeper than {@link deepestTeam} levels.
 */
export function decideMove(
  team: Pick<Team, 'id' | 'path'>,
  parent: Pick<Team, 'id' | 'path'> | null,
  below: readonly Pick<Team, 'id' | 'path'>[],
): Decision<readonly Move[], 'team_below_itself' | 'team_too_deep'> {
  if (parent?.path.includes(team.id)) return no('team_below_itself');
  const path = [...(parent?.path ?? []), team.id];
  const moves = [
    { id: team.id, path },
    ...below.map((one) => ({
      id: one.id,
      path: [...path, ...one.path.slice(one.path.indexOf(team.id) + 1)],
    })),
  ];
  if (moves.some((move) => move.path.length > deepestTeam)) return no('team_too_deep', { max: deepestTeam });
  return yes(moves);
}
