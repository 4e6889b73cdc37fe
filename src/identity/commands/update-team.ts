import { raiseStamp } from '#kernel/access-stamp.ts';
import { changesBetween } from '#kernel/changes.ts';
import { orBadInput, orForbid, type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/teams.ts';
import { teamChanged } from '../events.ts';
import { teamObject } from '../fields.ts';
import { decidePlacing, granterOf } from '../rules/granting.ts';
import { decideMove } from '../rules/team-tree.ts';
import { lockPerson } from '../store/people.ts';
import { loadTeam, loadTeamsBelow, savePaths, saveTeam } from '../store/teams.ts';

/** Renames a team, gives it a leader, or moves it with everything below; who sees what follows at once. */
export async function updateTeam(
  { id, version, ...sent }: Input<typeof contract.updateTeam>,
  step: Step,
): Promise<Output<typeof contract.updateTeam>> {
  const { actor, tx } = step;
  // The stamp also locks the tree: two moves at once could otherwise close a circle.
  await raiseStamp(tx, actor.orgId);
  const team = await loadTeam(tx, actor.orgId, id);
  if (!team) throw notFound();
  if (team.version !== version) throw stale(team);
  const { name = team.name, parentId = team.parentId, leaderId = team.leaderId } = sent;
  const after = { id, name, parentId, leaderId };
  const granter = granterOf(actor);
  if (leaderId !== null && leaderId !== team.leaderId) {
    orForbid(decidePlacing(granter, leaderId));
    if (!(await lockPerson(tx, actor.orgId, leaderId)))
      throw badInput([{ field: 'leaderId', code: 'unknown_reference' }]);
  }
  if (parentId !== team.parentId) {
    const parent = parentId === null ? null : await loadTeam(tx, actor.orgId, parentId);
    if (parent === undefined) throw badInput([{ field: 'parentId', code: 'unknown_reference' }]);
    const moves = orBadInput('parentId', decideMove(team, parent, await loadTeamsBelow(tx, actor.orgId, id)));
    await savePaths(tx, actor.orgId, moves);
  }

  const changes = changesBetween(teamObject, { ...team, path: undefined }, after);
  if (Object.keys(changes).length === 0) return { id, version };
  const saved = await saveTeam(tx, actor.orgId, after);
  await announce(step, teamChanged, { subject: id, changes, data: {} });
  return { id, version: saved };
}
