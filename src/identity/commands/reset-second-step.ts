import { orForbid, type Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { secondStepChanged } from '../events.ts';
import { decideAssignment, granterOf } from '../rules/granting.ts';
import { lockLogin, saveCodeSecret } from '../store/logins.ts';
import { loadRolesOf } from '../store/roles.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

/** Switches the second step of a person off whose phone is lost. Only for people one could give their roles to. */
export async function resetSecondStep(
  { id }: Input<typeof contract.resetSecondStep>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx } = step;
  const login = await lockLogin(tx, actor.orgId, id);
  if (!login) throw notFound();
  const roles = await loadRolesOf(tx, actor.orgId, id);
  orForbid(decideAssignment({ granter: granterOf(actor), targetId: id, before: roles, after: [] }));
  await saveCodeSecret(tx, login.email, null, null);
  await deleteSessionsOf(tx, actor.orgId, id);
  await announce(step, secondStepChanged, { subject: id, data: { enabled: false } });
  return {};
}
