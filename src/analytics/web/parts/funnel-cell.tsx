import { percentText } from '#kernel/values/number-text.ts';
import { ChartHead } from '#ui/chart-frame.tsx';
import { FunnelBars } from '#ui/funnel-bars.tsx';
import { Money } from '#ui/money.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { type FunnelStep, funnelSteps } from '../../model.ts';
import { bottleneckOf, rateOf } from '../../rules/rates.ts';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

const moneyOf: Partial<Record<FunnelStep, string>> = {
  opportunity: 'funnelDeals.opportunity',
  quoted: 'funnelDeals.quoted',
  won: 'funnelWon.won',
};

/** The cohort funnel: how far the leads of the period have come. */
export function FunnelCell({ data, figures }: { readonly data: Look; readonly figures: Figures }) {
  const w = words.use();
  const bottleneck = bottleneckOf(reachedOf(figures));
  const whole = rateOf(figures.count('funnel.won'), figures.count('funnel.captured'));
  return (
    <div>
      <ChartHead title={w('funnel')} note={w('funnelHint')} />
      <FunnelBars
        label={w('funnel')}
        foot={w(`cohort_${data.period}`)}
        footRight={w('whole', { rate: percentText(whole, 1) })}
        stages={funnelSteps.map((step, at) => {
          const before = funnelSteps[at - 1];
          const count = figures.count(`funnel.${step}`);
          const rate = before ? rateOf(count, figures.count(`funnel.${before}`)) : null;
          const money = moneyOf[step];
          return {
            key: step,
            label: w(`step_${step}`),
            count,
            onOpen: figures.open(`funnel.${step}`),
            rate: before ? w('rate', { rate: percentText(rate, 1) }) : undefined,
            rateBad: bottleneck?.to === step,
            amount: money ? (
              <OpenNumber onOpen={figures.open(money)}>
                <Money amount={figures.amount(money)} currency={data.currency} strip />
              </OpenNumber>
            ) : undefined,
          };
        })}
      />
    </div>
  );
}

export function reachedOf(figures: Figures): Readonly<Record<FunnelStep, number>> {
  return Object.fromEntries(funnelSteps.map((step) => [step, figures.count(`funnel.${step}`)])) as Readonly<
    Record<FunnelStep, number>
  >;
}
