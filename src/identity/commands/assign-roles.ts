import { raiseStamp } from '#kernel/access-stamp.ts';
import { expectVersion } from '#kernel/changes.ts';
import { orForbid, orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { rolesAssigned } from '../events.ts';
import { decideAdminsLeft, decideAssignment, granterOf } from '../rules/granting.ts';
import { countAdmins, lockPerson, raisePersonVersion } from '../store/people.ts';
import { loadRoles, loadRolesOf, saveRolesOf } from '../store/roles.ts';

/** Sets the roles of a person. It counts with his next request, on every node. */
export async function assignRoles(
  { id, version, roleIds }: Input<typeof contract.assignRoles>,
  step: Step,
): Promise<Output<typeof contract.assignRoles>> {
  const { actor, tx } = step;
  // The stamp is also the lock: two administrators removing each other take turns, and the second is refused.
  await raiseStamp(tx, actor.orgId);
  expectVersion(await lockPerson(tx, actor.orgId, id), version);
  const before = await loadRolesOf(tx, actor.orgId, id);
  const after = (await loadRoles(tx, actor.orgId)).filter((role) => roleIds.includes(role.id));
  if (after.length !== new Set(roleIds).size)
    throw badInput([{ field: 'roleIds', code: 'unknown_reference' }]);

  const change = orForbid(decideAssignment({ granter: granterOf(actor), targetId: id, before, after }));

  await saveRolesOf(tx, actor.orgId, id, roleIds);
  orRefuse(decideAdminsLeft(await countAdmins(tx, actor.orgId)));
  const saved = await raisePersonVersion(tx, actor.orgId, id);
  const nameOf = (roleId: string) => [...before, ...after].find((role) => role.id === roleId)?.name ?? roleId;
  await announce(step, rolesAssigned, {
    subject: id,
    changes: { roles: [before.map((role) => role.name).sort(), after.map((role) => role.name).sort()] },
    data: { added: change.added.map(nameOf), removed: change.removed.map(nameOf) },
  });
  return { id, version: saved };
}
