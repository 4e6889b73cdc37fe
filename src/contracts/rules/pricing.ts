import { Exact } from '#kernel/values/decimal.ts';
import { type Money, money, sumMoney } from '#kernel/values/money.ts';
import type { ContractLine, LineEntry } from '../model.ts';

/**
 * Prices one line: quantity × price × (1 − discount), rounded half up to the cent once, at the end.
 * Screens, API and documents show this number and no other.
 */
export function priceLine(line: Pick<LineEntry, 'quantity' | 'price' | 'discountPercent'>): Money {
  const paid = new Exact(100).minus(line.discountPercent).dividedBy(100);
  return money(new Exact(line.quantity).times(line.price).times(paid).toFixed());
}

/** What the line would cost without its discount. */
export function listPrice(line: Pick<LineEntry, 'quantity' | 'price'>): Money {
  return money(new Exact(line.quantity).times(line.price).toFixed());
}

/** Prices all lines; the amount of the contract is their sum, to the cent. */
export function priceLines(entries: readonly LineEntry[]): { lines: ContractLine[]; amount: Money } {
  const lines = entries.map((entry, index) => ({
    ...entry,
    unit: entry.unit ?? null,
    position: index + 1,
    amount: priceLine(entry),
  }));
  return { lines, amount: sumMoney(lines.map((line) => line.amount)) };
}
