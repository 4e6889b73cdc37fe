import { isPositiveMoney } from '#kernel/values/money.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { Allocation, Receipt } from '../model.ts';

/** A posted allocation is taken back once, by a row of its own; a reversal cannot be reversed. */
export function decideAllocationReversal(
  allocation: Pick<Allocation, 'reverses'>,
  alreadyReversed: boolean,
): Decision<true, 'is_reversal' | 'already_reversed'> {
  if (allocation.reverses) return no('is_reversal');
  return alreadyReversed ? no('already_reversed') : yes(true);
}

/** A receipt is taken back once, whole, and only when none of it is in use. */
export function decideReceiptReversal(
  receipt: Pick<Receipt, 'reverses' | 'reversed' | 'allocated'>,
): Decision<true, 'is_reversal' | 'already_reversed' | 'still_allocated'> {
  if (receipt.reverses) return no('is_reversal');
  if (isPositiveMoney(receipt.reversed)) return no('already_reversed');
  if (isPositiveMoney(receipt.allocated)) return no('still_allocated', { allocated: receipt.allocated });
  return yes(true);
}
