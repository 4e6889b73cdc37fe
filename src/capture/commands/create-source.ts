import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { seal } from '#kernel/sealing.ts';
import { newToken } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import { newHookSecret } from '#kernel/web-hooks.ts';
import type * as contract from '../contract/sources.ts';
import { sourceCreated } from '../events.ts';
import { insertAddress } from '../store/addresses.ts';
import { refuseBadSource } from '../store/form-check.ts';
import { insertSource, sealedFor } from '../store/sources.ts';

/** Opens a web hook with a key that is shown this once, or a mail box with the password it is read with. */
export async function createSource(
  { kind, mail, password, ...sent }: Input<typeof contract.createSource>,
  step: Step,
): Promise<Output<typeof contract.createSource>> {
  await refuseBadSource(sent, step);
  const id = newId();
  const hook = kind === 'webhook';
  if (!hook && (!mail || !password))
    throw badInput([{ field: mail ? 'password' : 'mail', code: 'required' }]);
  const secret = hook ? newHookSecret() : (password ?? '');
  const address = hook ? newToken().slice(0, 24) : null;
  const settings = hook || !mail ? {} : mail;
  const source = {
    ...sent,
    id,
    kind,
    address,
    settings,
    status: 'open',
    secret: seal(secret, sealedFor),
  } as const;
  await insertSource(step, source);
  if (address) await insertAddress(step, address, 'webhook', id);
  await announce(step, sourceCreated, { subject: id, data: { name: sent.name, kind } });
  return { id, version: 1, address, secret: hook ? secret : null };
}
