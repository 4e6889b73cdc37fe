import { compactMoneyText, moneyColumnText, moneyColumnUnit } from '#kernel/values/money-text.ts';
import { percentText } from '#kernel/values/number-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { ChartCells, ChartHead } from '#ui/chart-frame.tsx';
import { BarChart } from '#ui/charts.tsx';
import { FunnelBars } from '#ui/funnel-bars.tsx';
import { words } from './channel-words.ts';
import { countText } from './report-cells.tsx';
import { type Report, type ReportRow, useChannelName } from './report-looking.ts';

interface ChartProps {
  readonly data: Report;
  readonly figures: Figures;
}

const shownAtMost = 8;
const money = ['cost', 'signed', 'collected'] as const;
const steps = ['leads', 'reached', 'followed', 'converted', 'opportunities', 'contracts'] as const;

/** What went in and what came out, by channel or campaign; every mark opens its rows. */
export function ReportCharts({ data, figures }: ChartProps) {
  const names = useNames();
  const rows = data.rows.slice(0, shownAtMost);
  return (
    <ChartCells>
      <MoneyBars data={data} figures={figures} rows={rows} names={names} />
      <LeadBars data={data} figures={figures} rows={rows} names={names} />
      <Steps data={data} figures={figures} />
    </ChartCells>
  );
}

function useNames(): (row: ReportRow) => string {
  const w = words.use();
  const channelName = useChannelName();
  return (row) => row.name ?? (row.key === 'none' ? w('noCampaign') : channelName(row.channel));
}

interface BarsProps extends ChartProps {
  readonly rows: readonly ReportRow[];
  readonly names: (row: ReportRow) => string;
}

function MoneyBars({ data, figures, rows, names }: BarsProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { currency } = data;
  const unit = locale === 'zh' ? 10_000 : 1_000;
  const labels = rows.map(names);
  const sum = (column: (typeof money)[number]) =>
    compactMoneyText(data.total.brought[column], { lang: locale, currency });
  return (
    <BarChart
      title={w('costAndMoney')}
      note={w('costAndMoneyNote', { unit: moneyColumnUnit(locale, currency) })}
      summary={w('costAndMoneySummary', {
        cost: sum('cost'),
        signed: sum('signed'),
        collected: sum('collected'),
      })}
      height={250}
      categories={labels}
      format={(value) => (value === 0 ? '' : moneyColumnText(String(Math.round(value * unit)), locale, 0))}
      series={money
        .filter((column) => data.columns.includes(column))
        .map((column) => ({
          key: column,
          label: w(column),
          values: rows.map((row) => Number(row.brought[column]) / unit),
        }))}
      onPick={(label, series) => figures.open(`${series}.${rows[labels.indexOf(label)]?.key}`)?.()}
    />
  );
}

function LeadBars({ data, figures, rows, names }: BarsProps) {
  const w = words.use();
  const labels = rows.map(names);
  const counts = ['leads', 'converted'] as const;
  return (
    <BarChart
      title={w('conversion')}
      note={w('conversionNote')}
      summary={w('conversionSummary', {
        leads: countText(data.total.brought.leads),
        converted: countText(data.total.brought.converted),
      })}
      height={250}
      categories={labels}
      series={counts.map((column) => ({
        key: column,
        label: w(column),
        values: rows.map((row) => Number(row.brought[column])),
      }))}
      onPick={(label, series) => figures.open(`${series}.${rows[labels.indexOf(label)]?.key}`)?.()}
    />
  );
}

/** 线索 → 触达 → 跟进 → 转化 → 商机 → 签约, each with its share of the step before. */
function Steps({ data, figures }: ChartProps) {
  const w = words.use();
  const shown = steps.filter((step) => data.columns.includes(step));
  return (
    <div>
      <ChartHead title={w('funnelHead')} note={w('funnelNote')} />
      <FunnelBars
        label={w('funnelHead')}
        stages={shown.map((step, at) => {
          const before = shown[at - 1];
          const rate = before ? percentOf(data.total.brought[step], data.total.brought[before], 1) : null;
          return {
            key: step,
            label: w(step),
            count: Number(data.total.brought[step]),
            onOpen: figures.open(step),
            rate: before ? w('stepRate', { rate: percentText(rate, 1) }) : undefined,
          };
        })}
      />
    </div>
  );
}
