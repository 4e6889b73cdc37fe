import { useRead } from '#kernel/web/use-operation.ts';
import type { ChoiceSpec } from '#ui/field-spec.ts';
import { listTeams } from '../../contract/teams.ts';

/** The teams one can choose from, each with the team above it, because names repeat. */
export function useTeamChoices(leftOut?: string): readonly ChoiceSpec[] {
  const { data } = useRead(listTeams, {});
  const teams = data?.items ?? [];
  const nameOf = (id: string | null) => teams.find((team) => team.id === id)?.name;
  return teams
    .filter((team) => team.id !== leftOut)
    .map((team) => ({ key: team.id, label: [nameOf(team.parentId), team.name].filter(Boolean).join(' / ') }));
}
