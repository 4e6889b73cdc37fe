import { raiseStamp } from '#kernel/access-stamp.ts';
import { expectVersion } from '#kernel/changes.ts';
import { orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { userEnabled } from '../events.ts';
import { decideAssignment, granterOf } from '../rules/granting.ts';
import { lockLogin, saveDisabled } from '../store/logins.ts';
import { lockPerson, saveStatus } from '../store/people.ts';
import { loadRolesOf } from '../store/roles.ts';

/** Lets a disabled person in again, with the roles he had; what he handed over stays where it is. */
export async function enableUser(
  { id, version }: Input<typeof contract.enableUser>,
  step: Step,
): Promise<Output<typeof contract.enableUser>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const person = expectVersion(await lockPerson(tx, actor.orgId, id), version);
  if (person.status !== 'disabled') throw new Refusal('rule', 'not_disabled');
  const roles = await loadRolesOf(tx, actor.orgId, id);
  orForbid(decideAssignment({ granter: granterOf(actor), targetId: id, before: [], after: roles }));

  const login = await lockLogin(tx, actor.orgId, id);
  const status = login?.passwordHash ? 'active' : 'invited';
  const saved = await saveStatus(tx, actor.orgId, id, status);
  await saveDisabled(tx, actor.orgId, id, null);
  await announce(step, userEnabled, { subject: id, changes: { status: ['disabled', status] }, data: {} });
  return { id, version: saved };
}
