import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { negateMoney } from '#kernel/values/money.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { allocationReversed, receivableAllocated } from '../events.ts';
import { decideAllocationReversal } from '../rules/reversing.ts';
import { isReversed, loadAllocation, lockReceipt, lockReceivables, postAllocation } from '../store.ts';

/**
 * Takes an allocation back with a negative row and a reason; the first row stays as it was posted. Of two reversals
 * at once the second waits for the receipt and is refused.
 */
export async function reverseAllocation(
  { id, reason }: Input<typeof contract.reverseAllocation>,
  step: Step,
): Promise<Output<typeof contract.reverseAllocation>> {
  const allocation = await loadAllocation(step, id);
  const receipt = await lockReceipt(step, allocation.receiptId);
  const [receivable] = await lockReceivables(step, [allocation.receivableId]);
  if (!receivable) throw notFound();
  orRefuse(decideAllocationReversal(allocation, await isReversed(step, id)));

  const amount = negateMoney(allocation.amount);
  const on = dayOf(step.now, step.actor.org.zone);
  const { currency, receivableId } = allocation;
  const reversalId = await postAllocation(step, {
    ...{ receiptId: receipt.id, receivableId, amount, currency, on },
    ...{ reverses: id, reason },
  });
  await announce(step, allocationReversed, {
    subject: receipt.id,
    about: [receipt.accountId],
    data: { allocationId: id, receivableId, amount, reason },
  });
  await announce(step, receivableAllocated, {
    subject: receivableId,
    about: [receivable.contractId, receivable.accountId],
    data: {
      ...{ contractId: receivable.contractId, accountId: receivable.accountId, receiptId: receipt.id },
      ...{ allocationId: reversalId, amount, currency, on, settled: false },
    },
  });
  return { id, reversalId };
}
