import { addDays, type Day } from '#kernel/values/day.ts';
import { addMoney, multiplyMoney } from '#kernel/values/money.ts';

/** A receivable as the demo's customers look at it. */
export interface OpenedLine {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly contractNumber: string;
  readonly name: string;
  readonly amount: string;
  readonly dueOn: Day;
  readonly activatedOn: Day;
  readonly ownerEmail: string;
}

/** Money that will come in: when, how much, and how much of it is used for the line. */
export interface Payment {
  readonly line: OpenedLine;
  readonly paidOn: Day;
  readonly amount: string;
  readonly used: string;
}

/** Customers of reps who do not ask pay later, or not at all. */
const careless = new Set(['rep7', 'rep3', 'rep11']);

/** What a customer does about one line: most pay about on time, some late, some a part, a few nothing yet. */
export function payFor(line: OpenedLine, random: () => number): Payment | null {
  const neglected = careless.has(line.ownerEmail.split('@')[0] ?? '');
  const luck = random();
  const spread = random();
  if (luck < (neglected ? 0.28 : 0.08)) return null;
  const late = luck < (neglected ? 0.7 : 0.3);
  const days = late ? 8 + Math.floor(spread * (neglected ? 95 : 45)) : Math.floor(spread * 12) - 6;
  const paidOn = [addDays(line.dueOn, days), line.activatedOn].sort()[1] ?? line.activatedOn;
  if (luck > 0.93) {
    const part = multiplyMoney(line.amount, spread < 0.5 ? '0.6' : '0.5');
    return { line, paidOn, amount: part, used: part };
  }
  // now and then somebody rounds up and the rest stays as his prepayment
  const extra = luck > 0.915 ? '5000.00' : '0.00';
  return { line, paidOn, amount: addMoney(line.amount, extra), used: line.amount };
}
