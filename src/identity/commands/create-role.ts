import { raiseStamp } from '#kernel/access-stamp.ts';
import { orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { theRegistry } from '#kernel/registry.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/roles.ts';
import { roleCreated } from '../events.ts';
import { decideRoleEdit, granterOf } from '../rules/granting.ts';
import { unknownRights } from '../rules/known-rights.ts';
import { insertRole } from '../store/roles.ts';

/** Creates a role out of rights the actor has himself; the administrator may use all there are. */
export async function createRole(
  role: Input<typeof contract.createRole>,
  step: Step,
): Promise<Output<typeof contract.createRole>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const problems = unknownRights(role, { ...theRegistry(), customFields: actor.org.customFields });
  if (problems.length > 0) throw badInput(problems);
  orForbid(decideRoleEdit(granterOf(actor), false, null, role));

  const id = newId();
  await insertRole(tx, actor.orgId, { ...role, id, key: id, builtIn: false, presetSeen: null });
  await announce(step, roleCreated, {
    subject: id,
    changes: { permissions: [[], role.permissions] },
    data: { name: role.name },
  });
  return { id, version: 1 };
}
