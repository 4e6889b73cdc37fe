import { addDays, type Day } from '#kernel/values/day.ts';
import { isDecimal } from '#kernel/values/decimal.ts';
import { compareMoney, isMoney, subtractMoney } from '#kernel/values/money.ts';
import type { LineEntry, PlanEntry } from '../../model.ts';
import { planTotal, spreadPlan } from '../../rules/planning.ts';
import { priceLine, priceLines } from '../../rules/pricing.ts';

/** A row being edited: texts as typed, with a key that stays while rows move. */
export interface DraftLine {
  readonly key: string;
  readonly product: string;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly discountPercent: string;
}

export interface DraftPlanLine {
  readonly key: string;
  readonly name: string;
  readonly ratio: string;
  readonly amount: string;
  readonly dueOn: Day;
}

export type PlanWay = 'ratio' | 'amount';

let made = 0;
export const rowKey = (): string => {
  made += 1;
  return `row-${made}`;
};

export const blankLine = (): DraftLine => ({
  ...{ key: rowKey(), product: '', unit: '', quantity: '1', price: '', discountPercent: '0' },
});

/** What one row costs, or nothing while it is not a number yet. */
export function amountOf(line: DraftLine): string | null {
  return isReady(line) ? priceLine(line) : null;
}

function isReady(line: DraftLine): boolean {
  return isDecimal(line.quantity) && isDecimal(line.price) && isDecimal(line.discountPercent || '0');
}

/** Lines as they are sent: rows without a product are left out. */
export function sentLines(lines: readonly DraftLine[]): LineEntry[] {
  return lines
    .filter((line) => line.product.trim() !== '')
    .map(({ product, unit, quantity, price, discountPercent }) => ({
      product,
      unit: unit || null,
      quantity: quantity || '0',
      price: price || '0',
      discountPercent: discountPercent || '0',
    }));
}

/** The amount that the server will compute, by the same rule. */
export function totalOf(lines: readonly DraftLine[]): string {
  return priceLines(sentLines(lines.filter(isReady))).amount;
}

export function sentPlan(plan: readonly DraftPlanLine[], way: PlanWay): PlanEntry[] {
  return plan
    .filter((line) => line.name.trim() !== '')
    .map(({ name, ratio, amount, dueOn }) => ({
      ...{ name, dueOn },
      ...(way === 'ratio' ? { ratio: ratio || '0' } : { amount: isMoney(amount) ? amount : '0' }),
    }));
}

export interface PlanState {
  /** One per row that is sent. */
  readonly amounts: readonly string[];
  readonly total: string;
  /** What the plan has too much (or, negative, too little); 0.00 when it agrees. */
  readonly difference: string;
  /** Sum of the ratios when it is not 100. */
  readonly ratioSum: string | null;
}

/** The plan as the server will read it: amounts of the ratios, and whether it agrees with the contract. */
export function planState(plan: readonly DraftPlanLine[], way: PlanWay, amount: string): PlanState {
  const spread = spreadPlan(amount, sentPlan(plan, way));
  if ('no' in spread) {
    const ratioSum = spread.no === 'ratios_not_hundred' ? String(spread.detail?.sum ?? '') : null;
    return { amounts: [], total: '0.00', difference: '0.00', ratioSum };
  }
  const total = planTotal(spread.yes);
  return {
    amounts: spread.yes.map((line) => line.amount),
    total,
    difference: compareMoney(total, amount) === 0 ? '0.00' : subtractMoney(total, amount),
    ratioSum: null,
  };
}

/** Three parts, as most contracts have them. */
export function usualPlan(today: Day, names: readonly string[]): DraftPlanLine[] {
  const ratios = ['30', '40', '30'];
  const days = [7, 60, 120];
  return names.map((name, index) => ({
    ...{ key: rowKey(), name, ratio: ratios[index] ?? '0', amount: '' },
    dueOn: addDays(today, days[index] ?? 30),
  }));
}
