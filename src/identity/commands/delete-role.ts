import { raiseStamp } from '#kernel/access-stamp.ts';
import { orForbid, type Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/roles.ts';
import { roleDeleted } from '../events.ts';
import { decideRoleEdit, granterOf } from '../rules/granting.ts';
import { deleteRoleRow, loadHolders, lockRole } from '../store/roles.ts';

/** Deletes a role of one's own making that nobody holds. */
export async function deleteRole(
  { id }: Input<typeof contract.deleteRole>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const role = await lockRole(tx, actor.orgId, id);
  if (!role) throw notFound();
  if (role.builtIn) throw new Refusal('rule', 'built_in');
  const holders = await loadHolders(tx, actor.orgId, id);
  if (holders.length > 0) throw new Refusal('rule', 'role_in_use', { detail: { people: holders.length } });
  orForbid(decideRoleEdit(granterOf(actor), false, role, role));

  await deleteRoleRow(tx, actor.orgId, id);
  await announce(step, roleDeleted, { subject: id, data: { name: role.name } });
  return {};
}
