import { compareMoney, type Money, subtractMoney, sumMoney } from '#kernel/values/money.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { AllocationLine, Receipt, Receivable } from '../model.ts';

export type AllocateRefusal =
  | 'receipt_reversed'
  | 'line_twice'
  | 'other_account'
  | 'other_currency'
  | 'more_than_open'
  | 'more_than_remaining';

/** What of a receivable is still to be paid. */
export function openOf(receivable: Pick<Receivable, 'amount' | 'allocated'>): Money {
  return subtractMoney(receivable.amount, receivable.allocated);
}

/** What of a receipt is neither allocated nor taken back: the customer's prepayment. A reversal has nothing left. */
export function remainingOf(receipt: Pick<Receipt, 'amount' | 'allocated' | 'reversed' | 'reverses'>): Money {
  return receipt.reverses ? '0.00' : subtractMoney(receipt.amount, receipt.allocated, receipt.reversed);
}

/**
 * Decides whether the money of a receipt may be used like this: same customer, same currency, no line for more than
 * is open, all together not more than is left. To the cent; what is not used stays the customer's prepayment.
 */
export function decideAllocation(request: {
  readonly receipt: Receipt;
  readonly receivables: readonly Receivable[];
  readonly lines: readonly AllocationLine[];
}): Decision<{ allocated: Money; remaining: Money }, AllocateRefusal> {
  const { receipt, receivables, lines } = request;
  if (receipt.reverses || compareMoney(receipt.reversed, '0.00') > 0) return no('receipt_reversed');
  const byId = new Map(receivables.map((one) => [one.id, one]));
  if (new Set(lines.map((line) => line.receivableId)).size < lines.length) return no('line_twice');
  for (const line of lines) {
    const receivable = byId.get(line.receivableId);
    if (!receivable || receivable.accountId !== receipt.accountId)
      return no('other_account', { name: receivable?.name ?? '' });
    if (receivable.currency !== receipt.currency)
      return no('other_currency', { name: receivable.name, currency: receivable.currency });
    const open = openOf(receivable);
    if (compareMoney(line.amount, open) > 0) return no('more_than_open', { name: receivable.name, open });
  }
  const allocated = sumMoney(lines.map((line) => line.amount));
  const remaining = remainingOf(receipt);
  if (compareMoney(allocated, remaining) > 0) return no('more_than_remaining', { remaining });
  return yes({ allocated, remaining: subtractMoney(remaining, allocated) });
}
