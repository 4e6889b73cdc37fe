import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/account.ts';
import { keyRevoked } from '../events.ts';
import { revokeKeys } from '../store/sessions.ts';

/** Revokes one of one's own keys; the next request with it is refused. */
export async function revokeKey(
  { id }: Input<typeof contract.revokeKey>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx, now } = step;
  const [revoked] = await revokeKeys(tx, actor.orgId, actor.id, now, id);
  if (!revoked) throw notFound();
  const { name, prefix } = revoked;
  await announce(step, keyRevoked, { subject: actor.id, data: { keyId: id, name, prefix } });
  return {};
}
