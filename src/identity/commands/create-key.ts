import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { hashToken, newToken } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/account.ts';
import { keyCreated } from '../events.ts';
import { decideKey } from '../rules/keys.ts';
import { lockLogin } from '../store/logins.ts';
import { countKeys, insertKey } from '../store/sessions.ts';

/** Creates an API key of the actor. The key itself is in the answer and nowhere else; we keep its hash and prefix. */
export async function createKey(
  { name, scopes, expiresInDays }: Input<typeof contract.createKey>,
  step: Step,
): Promise<Output<typeof contract.createKey>> {
  const { actor, tx, now } = step;
  // A key must not be able to outlive its revocation by making another one.
  if (step.source === 'api') throw new Refusal('rule', 'only_in_browser');
  await lockLogin(tx, actor.orgId, actor.id);
  orRefuse(decideKey(await countKeys(tx, actor.orgId, actor.id), scopes, actor.permissions));

  const id = newId();
  const key = `yd_${newToken()}`;
  const prefix = key.slice(0, 9);
  const expiresAt = expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * 86_400_000);
  const owner = { orgId: actor.orgId, userId: actor.id };
  await insertKey(tx, { ...owner, hash: hashToken(key), id, name, prefix, scopes, now, expiresAt });
  await announce(step, keyCreated, { subject: actor.id, data: { keyId: id, name, prefix, scopes } });
  return { id, key, prefix };
}
