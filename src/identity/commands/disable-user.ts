import { raiseStamp } from '#kernel/access-stamp.ts';
import { expectVersion } from '#kernel/changes.ts';
import { orForbid, orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/users.ts';
import { userDisabled } from '../events.ts';
import { decideAdminsLeft, decideAssignment, granterOf } from '../rules/granting.ts';
import { decideLeaving } from '../rules/leaving.ts';
import { deleteLinks, saveDisabled } from '../store/logins.ts';
import { countAdmins, lockPerson, saveStatus } from '../store/people.ts';
import { loadRolesOf } from '../store/roles.ts';
import { deleteSessionsOf, revokeKeys } from '../store/sessions.ts';
import { saveSuccessorLeads } from '../store/teams.ts';

/**
 * Disables a leaver: signed out everywhere, keys revoked, his teams led by the successor. Records follow by the fact:
 * every slice that keeps rows of people hands the leaver's over to the successor.
 */
export async function disableUser(
  { id, version, successorId }: Input<typeof contract.disableUser>,
  step: Step,
): Promise<Output<typeof contract.disableUser>> {
  const { actor, tx, now } = step;
  await raiseStamp(tx, actor.orgId);
  const leaver = expectVersion(await lockPerson(tx, actor.orgId, id), version);
  const successor = (await lockPerson(tx, actor.orgId, successorId)) ?? null;
  const roles = await loadRolesOf(tx, actor.orgId, id);

  orForbid(decideAssignment({ granter: granterOf(actor), targetId: id, before: roles, after: [] }));
  const leaving = decideLeaving(actor.id, leaver, successor);

  const saved = await saveStatus(tx, actor.orgId, id, 'disabled');
  // Before the other refusals: the last administrator is told so, also when he tries it on himself.
  orRefuse(decideAdminsLeft(await countAdmins(tx, actor.orgId)));
  orRefuse(leaving);
  await saveDisabled(tx, actor.orgId, id, now);
  await deleteSessionsOf(tx, actor.orgId, id);
  await revokeKeys(tx, actor.orgId, id, now);
  await deleteLinks(tx, actor.orgId, id);
  await saveSuccessorLeads(tx, actor.orgId, id, successorId);
  await announce(step, userDisabled, {
    subject: id,
    changes: { status: [leaver.status, 'disabled'] },
    data: { successorId },
  });
  return { id, version: saved };
}
