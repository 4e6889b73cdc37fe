import { Exact, readDecimal } from './decimal.ts';
import { type Money, money } from './money.ts';
import { Refusal } from './refusal.ts';

/**
 * Splits an amount by percentages that must add up to 100: each line is rounded down to cents and the
 * last line with a share takes the rest, so that the lines add up to the total to the cent.
 * 100,000 at 33.33 / 33.33 / 33.34 gives 33,330 / 33,330 / 33,340. Refuses `ratios_not_hundred`.
 */
export function splitByRatio(total: Money, ratios: readonly string[]): Money[] {
  const shares = readShares(ratios);
  if (!sum(shares).equals(100)) {
    throw new Refusal('input', 'ratios_not_hundred', { detail: { sum: sum(shares).toFixed() } });
  }
  return split(total, shares);
}

/** Splits an amount in proportion to weights (line amounts, head counts); all zero splits evenly. */
export function splitByWeights(total: Money, weights: readonly string[]): Money[] {
  const shares = readShares(weights);
  if (shares.length === 0) throw new Refusal('input', 'nothing_to_split');
  return split(total, sum(shares).isZero() ? shares.map(() => new Exact(1)) : shares);
}

/** Splits an amount into equal parts; the last part takes the cents that do not divide. */
export function splitEvenly(total: Money, parts: number): Money[] {
  return splitByWeights(
    total,
    Array.from({ length: parts }, () => '1'),
  );
}

function readShares(texts: readonly string[]): Exact[] {
  return texts.map((text) => {
    const share = readDecimal(text);
    if (!share || share.lessThan(0)) throw new Refusal('input', 'not_a_share', { detail: { value: text } });
    return share;
  });
}

function sum(shares: readonly Exact[]): Exact {
  return shares.reduce((before, share) => before.plus(share), new Exact(0));
}

function split(total: Money, shares: readonly Exact[]): Money[] {
  const whole = new Exact(money(total));
  const all = sum(shares);
  // A line without a share must not receive the leftover cents.
  const last = shares.findLastIndex((share) => share.greaterThan(0));
  let left = whole;
  const parts = shares.map((share, index) => {
    if (index === last) return new Exact(0);
    const part = whole.times(share).dividedBy(all).toDecimalPlaces(2, Exact.ROUND_DOWN);
    left = left.minus(part);
    return part;
  });
  return parts.map((part, index) => money((index === last ? left : part).toFixed(2)));
}
