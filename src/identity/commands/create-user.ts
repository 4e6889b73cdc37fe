import { raiseStamp } from '#kernel/access-stamp.ts';
import { acceptValues } from '#kernel/changes.ts';
import { orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { queueMail } from '#kernel/mail.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { userObject } from '../fields.ts';
import { decideAssignment, granterOf } from '../rules/granting.ts';
import { invitationLetter } from '../rules/letters.ts';
import { loadRoles } from '../store/roles.ts';
import { addPerson } from './add-person.ts';
import { makeLink } from './make-link.ts';

/**
 * Invites a person with roles the actor may give. The invitation goes out by mail and is returned as well, because
 * a small company may have no mail server: the actor hands the link over himself.
 */
export async function createUser(
  { roleIds, ...sent }: Input<typeof contract.createUser>,
  step: Step,
): Promise<Output<typeof contract.createUser>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const values = acceptValues(actor, userObject, sent) as {
    name: string;
    email: string;
    phone?: string | null;
    title?: string | null;
    teamId?: string | null;
  };
  const roles = (await loadRoles(tx, actor.orgId)).filter((role) => roleIds.includes(role.id));
  if (roles.length !== new Set(roleIds).size)
    throw badInput([{ field: 'roleIds', code: 'unknown_reference' }]);
  orForbid(decideAssignment({ granter: granterOf(actor), targetId: '', before: [], after: roles }));

  const id = await addPerson(step, { ...values, roleIds, passwordHash: null });
  const link = await makeLink(id, 'invite', step);
  if (!link) throw new Error('a new person can be invited');
  await queueMail(step, { to: [link.email], ...invitationLetter(link), about: id });
  return { id, version: 1, inviteUrl: link.url };
}
