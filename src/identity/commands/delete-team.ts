import { raiseStamp } from '#kernel/access-stamp.ts';
import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/teams.ts';
import { teamDeleted } from '../events.ts';
import { countInTeam, deleteTeamRow, loadTeam } from '../store/teams.ts';

/** Deletes a team that nobody and no other team belongs to. */
export async function deleteTeam(
  { id }: Input<typeof contract.deleteTeam>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const team = await loadTeam(tx, actor.orgId, id);
  if (!team) throw notFound();
  if ((await countInTeam(tx, actor.orgId, id)) > 0) throw new Refusal('rule', 'team_not_empty');

  await deleteTeamRow(tx, actor.orgId, id);
  await announce(step, teamDeleted, { subject: id, data: { name: team.name } });
  return {};
}
