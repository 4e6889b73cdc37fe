import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { seal } from '#kernel/sealing.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/sources.ts';
import { sourceUpdated } from '../events.ts';
import type { CaptureSource } from '../model.ts';
import { refuseBadSource } from '../store/form-check.ts';
import { lockSource, saveSource, sealedFor } from '../store/sources.ts';

/** Changes a source. Another mail server needs the password again: the old one is not sent to where it does not belong. */
export async function updateSource(
  { id, version, mail, password, ...sent }: Input<typeof contract.updateSource>,
  step: Step,
): Promise<Output<typeof contract.updateSource>> {
  const before = await lockSource(step, id);
  if (before.version !== version) throw stale({ id, version: before.version });
  const moved = mail && JSON.stringify(mail) !== JSON.stringify(before.settings);
  // A password is never sent to a server that was put in afterwards by somebody who does not know it.
  if (moved && !password) throw badInput([{ field: 'password', code: 'required' }]);
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  const source: CaptureSource = {
    ...before,
    ...given,
    ...(before.kind === 'mail' && mail ? { settings: mail } : {}),
    ...(before.kind === 'mail' && password ? { secret: seal(password, sealedFor) } : {}),
  };
  await refuseBadSource(source, step);
  const saved = await saveSource(step, source);
  await announce(step, sourceUpdated, { subject: id, data: {} });
  return { id, version: saved };
}
