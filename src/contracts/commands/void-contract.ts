import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { contractVoided } from '../events.ts';
import { decideMove } from '../rules/contract-states.ts';
import { lockContract, saveStatus } from '../store.ts';

/** Voids a draft with a reason. Its number, if it has one, is never given to another contract. */
export async function voidContract(
  { id, reason }: Input<typeof contract.voidContract>,
  step: Step,
): Promise<Output<typeof contract.voidContract>> {
  const draft = await lockContract(step, id);
  orRefuse(decideMove(draft.status, 'void'));

  const version = await saveStatus(step, draft, 'void', { void_reason: reason });
  await announce(step, contractVoided, {
    subject: id,
    about: [draft.accountId, draft.opportunityId],
    changes: { status: [draft.status, 'void'] },
    data: { reason },
  });
  return { id, version };
}
