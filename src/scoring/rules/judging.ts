import type { BackTest, CalibrationBin, Decile } from '../model.ts';

/** What a model said, and what became of the lead. */
export interface Verdict {
  readonly likely: number;
  readonly converted: boolean;
}

const share = (verdicts: readonly Verdict[]) =>
  verdicts.length === 0 ? 0 : verdicts.filter(({ converted }) => converted).length / verdicts.length;

/** The chance that a converted lead was ranked above a lost one; ties count half, a coin gets 0.5. */
export function areaUnderCurve(verdicts: readonly Verdict[]): number {
  const sorted = [...verdicts].sort((one, other) => one.likely - other.likely);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.likely === sorted[from]?.likely) to += 1;
    const rank = (from + 1 + to) / 2;
    ranks += rank * sorted.slice(from, to).filter(({ converted }) => converted).length;
    from = to;
  }
  const yes = sorted.filter(({ converted }) => converted).length;
  const no = sorted.length - yes;
  return yes === 0 || no === 0 ? 0.5 : (ranks - (yes * (yes + 1)) / 2) / (yes * no);
}

/** Mean squared distance between what was said and what came: 0 is perfect. */
export function brierScore(verdicts: readonly Verdict[]): number {
  const sum = verdicts.reduce((total, { likely, converted }) => total + (likely - Number(converted)) ** 2, 0);
  return verdicts.length === 0 ? 0 : sum / verdicts.length;
}

/** Tenths from the most likely down, and how many times the average each converts. */
export function decilesOf(verdicts: readonly Verdict[]): readonly Decile[] {
  const base = share(verdicts);
  return parts(
    [...verdicts].sort((one, other) => other.likely - one.likely),
    10,
  ).map((part) => ({
    leads: part.length,
    converted: part.filter(({ converted }) => converted).length,
    lift: base === 0 ? 0 : share(part) / base,
  }));
}

/** What was said against what came, in groups of equal size from unlikely to likely. */
export function calibrationOf(verdicts: readonly Verdict[]): readonly CalibrationBin[] {
  // Fewer than twenty in a group say little.
  const groups = Math.min(8, Math.max(2, Math.floor(verdicts.length / 20)));
  return parts(
    [...verdicts].sort((one, other) => one.likely - other.likely),
    groups,
  ).map((part) => ({
    leads: part.length,
    predicted: part.reduce((sum, { likely }) => sum + likely, 0) / part.length,
    actual: share(part),
  }));
}

function parts<T>(sorted: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, at) =>
    sorted.slice(Math.round((sorted.length * at) / count), Math.round((sorted.length * (at + 1)) / count)),
  ).filter((part) => part.length > 0);
}

/** The whole report on leads that the model has not seen; `baseRate` is that of those it learnt from. */
export function judge(
  verdicts: readonly Verdict[],
  baseRate: number,
): Pick<BackTest, 'baseRate' | 'auc' | 'brier' | 'baseBrier' | 'deciles' | 'calibration'> {
  return {
    baseRate,
    auc: areaUnderCurve(verdicts),
    brier: brierScore(verdicts),
    baseBrier: brierScore(verdicts.map(({ converted }) => ({ likely: baseRate, converted }))),
    deciles: decilesOf(verdicts),
    calibration: calibrationOf(verdicts),
  };
}
