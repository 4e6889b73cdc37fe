import { orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { queueMail } from '#kernel/mail.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { invitedAgain } from '../events.ts';
import { decideAssignment, granterOf } from '../rules/granting.ts';
import { invitationLetter } from '../rules/letters.ts';
import { lockPerson } from '../store/people.ts';
import { loadRolesOf } from '../store/roles.ts';
import { makeLink } from './make-link.ts';

/** Sends an invitation once more; whoever does so gets the link, so he must be allowed to give the person's roles. */
export async function inviteAgain(
  { id }: Input<typeof contract.inviteAgain>,
  step: Step,
): Promise<Output<typeof contract.inviteAgain>> {
  const { actor, tx } = step;
  if (!(await lockPerson(tx, actor.orgId, id))) throw notFound();
  const roles = await loadRolesOf(tx, actor.orgId, id);
  orForbid(decideAssignment({ granter: granterOf(actor), targetId: id, before: [], after: roles }));
  const link = await makeLink(id, 'invite', step);
  if (!link) throw new Refusal('rule', 'not_invited');
  await queueMail(step, { to: [link.email], ...invitationLetter(link), about: id });
  await announce(step, invitedAgain, { subject: id, data: {} });
  return { inviteUrl: link.url };
}
