import { raiseStamp } from '#kernel/access-stamp.ts';
import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import { orForbid, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { userChanged } from '../events.ts';
import { userObject } from '../fields.ts';
import { decideAssignment, decidePlacing, granterOf } from '../rules/granting.ts';
import { deleteLinks, lockLogin, saveLoginEmail } from '../store/logins.ts';
import { lockPerson } from '../store/people.ts';
import { loadRolesOf } from '../store/roles.ts';

/**
 * Changes a person's data, team or e-mail. The team decides what somebody sees, so nobody moves himself; the e-mail
 * is what links are sent to, so whoever changes it must stand at least as high as the person.
 */
export async function updateUser(
  { id, version, ...sent }: Input<typeof contract.updateUser>,
  step: Step,
): Promise<Output<typeof contract.updateUser>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const person = expectVersion(await lockPerson(tx, actor.orgId, id), version);
  const values = acceptValues(actor, userObject, sent);
  const granter = granterOf(actor);
  if (values.teamId !== undefined && values.teamId !== person.teamId) orForbid(decidePlacing(granter, id));
  if (values.email !== undefined && values.email !== person.email) {
    const roles = await loadRolesOf(tx, actor.orgId, id);
    orForbid(decideAssignment({ granter, targetId: id, before: roles, after: [] }));
    const login = await lockLogin(tx, actor.orgId, id);
    if (!login) throw notFound();
    if (!(await saveLoginEmail(tx, login, String(values.email))))
      throw badInput([{ field: 'email', code: 'email_taken' }]);
    await deleteLinks(tx, actor.orgId, id, 'reset');
  }

  const saved = await updateRow(step, userObject, person, values);
  if (Object.keys(saved.changes).length > 0)
    await announce(step, userChanged, { subject: id, changes: saved.changes, data: {} });
  return { id, version: saved.version };
}
