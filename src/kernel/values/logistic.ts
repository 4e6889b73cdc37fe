import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A fitted line in log-odds: how likely the event is, by weighted features. */
export interface Logistic {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Odds as a probability between 0 and 1. */
export function sigmoid(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}

/** The log-odds that a fitted line gives to one row. */
export function logOddsOf({ intercept, weights }: Logistic, row: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), intercept);
}

const rounds = 40;
const still = 1e-8;

/**
 * Logistic regression with a ridge penalty, by Newton's method on ml-matrix: no dice, so the same rows give the same
 * weights everywhere. Rows are features on about the same scale, targets 0 … 1. The penalty keeps columns that tell
 * two outcomes perfectly apart from running to infinity.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  ridge: number,
): Logistic {
  const width = (rows[0]?.length ?? 0) + 1;
  const design = rows.map((row) => [1, ...row]);
  let beta = new Float64Array(width);
  for (let round = 0; round < rounds; round += 1) {
    const { gradient, curvature } = slopes(design, targets, beta, ridge);
    const step = new CholeskyDecomposition(curvature).solve(Matrix.columnVector([...gradient])).to1DArray();
    beta = beta.map((value, at) => value + (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < still) break;
  }
  const [intercept = 0, ...weights] = beta;
  return { intercept, weights };
}

function slopes(
  design: readonly (readonly number[])[],
  targets: readonly number[],
  beta: Float64Array,
  ridge: number,
): { gradient: Float64Array; curvature: Matrix } {
  const width = beta.length;
  const gradient = new Float64Array(width);
  const curve = Array.from({ length: width }, () => new Float64Array(width));
  design.forEach((row, at) => {
    let logOdds = 0;
    for (let column = 0; column < width; column += 1) logOdds += (beta[column] ?? 0) * (row[column] ?? 0);
    const likely = sigmoid(logOdds);
    const missed = (targets[at] ?? 0) - likely;
    const spread = Math.max(likely * (1 - likely), 1e-10);
    for (let column = 0; column < width; column += 1) {
      const value = row[column] ?? 0;
      // Most features are flags that are off.
      if (value === 0) continue;
      gradient[column] = (gradient[column] ?? 0) + missed * value;
      const line = curve[column];
      if (line)
        for (let other = 0; other <= column; other += 1)
          line[other] = (line[other] ?? 0) + spread * value * (row[other] ?? 0);
    }
  });
  const curvature = Matrix.zeros(width, width);
  for (let column = 0; column < width; column += 1) {
    // The intercept is not held back: it is the base rate.
    const held = column === 0 ? 1e-9 : ridge;
    gradient[column] = (gradient[column] ?? 0) - held * (beta[column] ?? 0);
    for (let other = 0; other <= column; other += 1) {
      const value = (curve[column]?.[other] ?? 0) + (other === column ? held : 0);
      curvature.set(column, other, value);
      curvature.set(other, column, value);
    }
  }
  return { gradient, curvature };
}
