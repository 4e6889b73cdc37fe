import { raiseStamp } from '#kernel/access-stamp.ts';
import { orForbid, type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { theRegistry } from '#kernel/registry.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/roles.ts';
import { roleChanged } from '../events.ts';
import { decideRoleEdit, granterOf } from '../rules/granting.ts';
import { unknownRights } from '../rules/known-rights.ts';
import { loadHolders, lockRole, saveRole } from '../store/roles.ts';

/** Changes what a role gives, for everybody who holds it, from the next request on. */
export async function updateRole(
  { id, version, ...sent }: Input<typeof contract.updateRole>,
  step: Step,
): Promise<Output<typeof contract.updateRole>> {
  const { actor, tx } = step;
  await raiseStamp(tx, actor.orgId);
  const role = await lockRole(tx, actor.orgId, id);
  if (!role) throw notFound();
  if (role.version !== version) throw stale(role);
  const after = { ...role, ...definedOnly(sent) };
  const known = { ...theRegistry(), customFields: actor.org.customFields };
  // What the role had before may have gone with an older version of the product; it does no harm.
  const before = new Set(unknownRights(role, known).map(({ field }) => field));
  const problems = unknownRights(after, known).filter(({ field }) => !before.has(field));
  if (problems.length > 0) throw badInput(problems);
  const holders = await loadHolders(tx, actor.orgId, id);
  orForbid(decideRoleEdit(granterOf(actor), holders.includes(actor.id), role, after));

  const saved = await saveRole(tx, actor.orgId, after);
  const changes = changesOf(role, after);
  await announce(step, roleChanged, { subject: id, changes, data: {} });
  return { id, version: saved };
}

const editable = ['name', 'nameEn', 'permissions', 'scopes', 'fieldRights'] as const;
type Editable = Record<(typeof editable)[number], unknown>;

function changesOf(before: Editable, after: Editable): Record<string, [unknown, unknown]> {
  const differing = editable.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(differing.map((key) => [key, [before[key], after[key]]]));
}

function definedOnly<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
