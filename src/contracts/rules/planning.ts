import { readDecimal } from '#kernel/values/decimal.ts';
import { type Money, money, sumMoney } from '#kernel/values/money.ts';
import { splitByRatio } from '#kernel/values/money-split.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { PlanEntry, PlanLine } from '../model.ts';

/**
 * Turns a collection plan as entered into amounts. By ratio: the ratios add up to 100 and no cent is lost, the last
 * line takes the rest (100,000 at 33.33 / 33.33 / 33.34 gives 33,330 / 33,330 / 33,340). By amount: as entered.
 * A plan is one or the other as a whole.
 */
export function spreadPlan(
  total: Money,
  entries: readonly PlanEntry[],
): Decision<PlanLine[], 'plan_mixed' | 'ratios_not_hundred'> {
  const ratios = entries.flatMap((entry) => (entry.ratio ? [entry.ratio] : []));
  if (ratios.length === 0)
    return yes(entries.map((entry, index) => lineOf(entry, index, money(entry.amount ?? '0'))));
  if (ratios.length < entries.length) return no('plan_mixed');
  const sum = ratios.reduce((all, ratio) => all.plus(readDecimal(ratio) ?? 0), zero);
  if (!sum.equals(100)) return no('ratios_not_hundred', { sum: sum.toFixed() });
  const amounts = splitByRatio(total, ratios);
  return yes(entries.map((entry, index) => lineOf(entry, index, amounts[index] ?? money('0'))));
}

const zero = readDecimal('0') as NonNullable<ReturnType<typeof readDecimal>>;

function lineOf(entry: PlanEntry, index: number, amount: Money): PlanLine {
  return {
    position: index + 1,
    name: entry.name,
    ratio: entry.ratio ?? null,
    amount,
    dueOn: entry.dueOn,
  };
}

/** What the plan adds up to. */
export function planTotal(plan: readonly Pick<PlanLine, 'amount'>[]): Money {
  return sumMoney(plan.map((line) => line.amount));
}
