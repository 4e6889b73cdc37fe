import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce, announceMany } from '#kernel/outbox.ts';
import { compareMoney, money } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';
import { receiptAllocated, receivableAllocated } from '../events.ts';
import type { AllocationLine, Receivable } from '../model.ts';
import { decideAllocation, openOf } from '../rules/allocating.ts';
import { lockReceipt, lockReceivables, postAllocation, type StoredReceipt } from '../store.ts';

/**
 * Uses a receipt for what its customer owes. The receipt is locked first, then the receivables in the order of their
 * ids; the same limits are in the statements below as well. It counts for the day of the bank, not for today.
 */
export async function allocateReceipt(
  { id, lines: sent }: Input<typeof contract.allocateReceipt>,
  step: Step,
): Promise<Output<typeof contract.allocateReceipt>> {
  const receipt = await lockReceipt(step, id);
  const lines = sent
    .map((line) => ({ ...line, amount: money(line.amount) }))
    .sort((a, b) => (a.receivableId < b.receivableId ? -1 : 1));
  const receivables = await lockReceivables(
    step,
    lines.map((line) => line.receivableId),
  );
  const decided = orRefuse(decideAllocation({ receipt, receivables, lines }));

  const posted = await postLines(step, receipt, receivables, lines);
  await announce(step, receiptAllocated, {
    subject: id,
    about: [receipt.accountId],
    data: {
      amount: decided.allocated,
      currency: receipt.currency,
      lines: lines.length,
      prepaid: decided.remaining,
    },
  });
  await announceMany(
    step,
    receivableAllocated,
    posted.map(({ receivable, allocationId, amount }) => ({
      subject: receivable.id,
      about: [receivable.contractId, receivable.accountId],
      data: {
        ...{
          contractId: receivable.contractId,
          accountId: receivable.accountId,
          receiptId: id,
          allocationId,
        },
        ...{ amount, currency: receipt.currency, on: receipt.bankDate },
        settled: compareMoney(amount, openOf(receivable)) === 0,
      },
    })),
  );
  return {
    id,
    version: receipt.version + lines.length,
    allocated: decided.allocated,
    remaining: decided.remaining,
    allocationIds: posted.map((one) => one.allocationId),
  };
}

interface Posted {
  readonly receivable: Receivable;
  readonly allocationId: string;
  readonly amount: string;
}

async function postLines(
  step: Step,
  receipt: StoredReceipt,
  receivables: readonly Receivable[],
  lines: readonly AllocationLine[],
): Promise<Posted[]> {
  const posted: Posted[] = [];
  for (const { receivableId, amount } of lines) {
    const receivable = receivables.find((one) => one.id === receivableId);
    if (!receivable) continue;
    const { id: receiptId, currency, bankDate: on } = receipt;
    const allocationId = await postAllocation(step, { receiptId, receivableId, amount, currency, on });
    posted.push({ receivable, allocationId, amount });
  }
  return posted;
}
