import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { contractActivated, contractReturned } from '../events.ts';
import { contentHashOf, lockDecided, type StoredContract, saveStatus } from '../store.ts';

export interface Settlement {
  readonly contractId: string;
  readonly approvalId: string;
  readonly outcome: 'approved' | 'rejected' | 'withdrawn';
  readonly comment: string | null;
  /** Fingerprint of what the approver saw; null when nothing was approved. */
  readonly contentHash: string | null;
}

/**
 * Carries out the verdict: approved, the contract counts from now on, signed on the day it names or else today;
 * rejected or withdrawn, it is a draft again. A verdict on an older question, or heard twice, changes nothing.
 */
export async function settleContract(settlement: Settlement, step: Step): Promise<void> {
  const contract = await lockDecided(step, settlement.contractId);
  if (contract?.status !== 'inApproval' || contract.approvalId !== settlement.approvalId) return;
  if (settlement.outcome !== 'approved')
    return returnToDraft(contract, settlement.outcome, settlement.comment, step);
  // Nobody can edit meanwhile; should it happen all the same, what was not seen must not count.
  if (settlement.contentHash !== (await contentHashOf(step, contract.id)))
    return returnToDraft(contract, 'changed', null, step);
  await activate(contract, settlement.contentHash, step);
}

async function activate(contract: StoredContract, hash: string | null, step: Step): Promise<void> {
  const signedOn = contract.signedOn ?? dayOf(step.now, step.actor.org.zone);
  await saveStatus(step, contract, 'active', {
    signed_on: signedOn,
    activated_at: step.now,
    approved_hash: hash,
  });
  const { id, accountId, opportunityId, ownerId, amount, currency } = contract;
  await announce(step, contractActivated, {
    subject: id,
    about: [accountId, opportunityId],
    changes: {
      status: [contract.status, 'active'],
      ...(contract.signedOn ? {} : { signedOn: [null, signedOn] as const }),
    },
    data: {
      ...{ contractId: id, accountId, opportunityId, ownerId, amount, currency, signedOn },
      number: contract.number ?? '',
    },
  });
}

async function returnToDraft(
  contract: StoredContract,
  because: 'rejected' | 'withdrawn' | 'changed',
  comment: string | null,
  step: Step,
): Promise<void> {
  await saveStatus(step, contract, 'draft');
  await announce(step, contractReturned, {
    subject: contract.id,
    about: [contract.accountId, contract.opportunityId],
    changes: { status: [contract.status, 'draft'] },
    data: { because, comment },
  });
}
