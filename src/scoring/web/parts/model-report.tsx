import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { ChartCells } from '#ui/chart-frame.tsx';
import { BarChart } from '#ui/charts.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import type { getModel } from '../../contract.ts';
import { words } from './scoring-words.ts';

type Model = NonNullable<Output<typeof getModel>['model']>;
type Report = NonNullable<Model['report']>;

interface ModelReportProps {
  readonly report: Report;
  readonly features: Model['features'];
}

const featuresShown = 15;
const whole = (share: number) => String(Math.round(100 * share));

/** The back-test in pictures, and what moves a lead up or down. */
export function ModelReport({ report, features }: ModelReportProps) {
  const w = words.use();
  const locale = localePreference.use();
  return (
    <>
      <ChartCells>
        <Lift report={report} />
        <Calibration report={report} />
      </ChartCells>
      <div className="yd-panel-pad">
        <Section title={w('features')}>
          <PlainTable
            flush
            label={w('features')}
            rows={features.slice(0, featuresShown)}
            rowKey={({ key }) => key}
            columns={[
              { key: 'feature', label: w('feature'), render: ({ words: said }) => said[locale] },
              {
                key: 'effect',
                label: w('effect'),
                right: true,
                render: ({ effect }) => w('effectTimes', { n: effect.toFixed(2) }),
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

function Lift({ report: { deciles } }: { readonly report: Report }) {
  const w = words.use();
  const times = (value: number) => value.toFixed(1);
  return (
    <BarChart
      title={w('lift')}
      note={w('liftNote')}
      summary={w('liftSummary', { top: times(deciles[0]?.lift ?? 0), low: times(deciles.at(-1)?.lift ?? 0) })}
      categories={deciles.map((_, at) => String(at + 1))}
      format={times}
      series={[{ key: 'lift', label: w('lift'), values: deciles.map(({ lift }) => lift) }]}
    />
  );
}

function Calibration({ report: { calibration } }: { readonly report: Report }) {
  const w = words.use();
  const top = calibration.at(-1);
  return (
    <BarChart
      title={w('calibration')}
      note={w('calibrationNote')}
      summary={w('calibrationSummary', { said: whole(top?.predicted ?? 0), came: whole(top?.actual ?? 0) })}
      categories={calibration.map(({ predicted }) => `${whole(predicted)}%`)}
      format={(value) => String(Math.round(value))}
      series={[
        {
          key: 'predicted',
          label: w('predicted'),
          look: 'previous',
          values: calibration.map(({ predicted }) => 100 * predicted),
        },
        { key: 'actual', label: w('actual'), values: calibration.map(({ actual }) => 100 * actual) },
      ]}
    />
  );
}
