import type { Output } from '#kernel/contract.ts';
import type { listTeams } from '../../contract/teams.ts';

export type TeamRow = Output<typeof listTeams>['items'][number];

/** The tree as lines, every team under the one above it, with how deep each stands. */
export function teamLines(teams: readonly TeamRow[]): {
  readonly rows: readonly TeamRow[];
  readonly depths: ReadonlyMap<string, number>;
} {
  const rows: TeamRow[] = [];
  const depths = new Map<string, number>();
  const below = Map.groupBy(teams, (team) => team.parentId);
  function add(parentId: string | null, depth: number) {
    for (const team of below.get(parentId) ?? []) {
      rows.push(team);
      depths.set(team.id, depth);
      add(team.id, depth + 1);
    }
  }
  add(null, 0);
  return { rows, depths };
}
