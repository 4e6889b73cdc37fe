import { type Percent, percentOf } from '#kernel/values/percent.ts';
import { type FunnelStep, funnelSteps } from '../model.ts';

/** A share of a whole; of nothing there is no share (— and not 0 %). A total is weighted: parts over wholes. */
export function rateOf(part: string | number, whole: string | number): Percent | null {
  return percentOf(part, whole, 1);
}

export interface Bottleneck {
  readonly from: FunnelStep;
  readonly to: FunnelStep;
  readonly rate: Percent;
  readonly sample: number;
}

const sampleAtLeast = 20;

/**
 * The step on which most is lost, among those that enough leads have come to. Winning is left out: it takes time,
 * and the latest deals have not had it yet.
 */
export function bottleneckOf(reached: Readonly<Record<FunnelStep, number>>): Bottleneck | null {
  let worst: Bottleneck | null = null;
  for (const [at, from] of funnelSteps.slice(0, -2).entries()) {
    const to = funnelSteps[at + 1];
    const sample = reached[from];
    const rate = to && rateOf(reached[to], sample);
    if (!to || !rate || sample < sampleAtLeast) continue;
    if (!worst || Number(rate) < Number(worst.rate)) worst = { from, to, rate, sample };
  }
  return worst;
}
