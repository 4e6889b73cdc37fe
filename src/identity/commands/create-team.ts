import { raiseStamp } from '#kernel/access-stamp.ts';
import { orBadInput, orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/teams.ts';
import { teamCreated } from '../events.ts';
import { decidePlacing, granterOf } from '../rules/granting.ts';
import { decideMove } from '../rules/team-tree.ts';
import { lockPerson } from '../store/people.ts';
import { insertTeam, loadTeam } from '../store/teams.ts';

/** Creates a team below another one, with or without a leader. */
export async function createTeam(
  { name, parentId, leaderId }: Input<typeof contract.createTeam>,
  step: Step,
): Promise<Output<typeof contract.createTeam>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const parent = parentId === null ? null : await loadTeam(tx, actor.orgId, parentId);
  if (parent === undefined) throw badInput([{ field: 'parentId', code: 'unknown_reference' }]);
  if (leaderId !== null) {
    orForbid(decidePlacing(granterOf(actor), leaderId));
    if (!(await lockPerson(tx, actor.orgId, leaderId)))
      throw badInput([{ field: 'leaderId', code: 'unknown_reference' }]);
  }
  const id = newId();
  const [place] = orBadInput('parentId', decideMove({ id, path: [id] }, parent, []));

  await insertTeam(tx, actor.orgId, { id, name, parentId, leaderId, path: place?.path ?? [id] });
  await announce(step, teamCreated, { subject: id, data: { name } });
  return { id, version: 1 };
}
