import { useMemo } from 'react';
import { numberText, withPlus } from '#kernel/values/number-text.ts';
import { ChartFrame, type ChartTable } from './chart-frame.tsx';
import { barOption, lineOption, waterfallOption } from './chart-options.ts';
import type { BarChartProps, LineChartProps, SeriesChartProps, WaterfallProps } from './chart-types.ts';
import { useUi } from './ui-context.ts';

function plain(value: number): string {
  return numberText(value);
}

function seriesTable({ categories, series, format = plain }: SeriesChartProps, item: string): ChartTable {
  return {
    heads: [item, ...series.map((one) => one.label)],
    rows: categories.map((category, at) => [
      category,
      ...series.map((one) => {
        const value = one.values[at];
        return value === null || value === undefined ? '—' : format(value);
      }),
    ]),
  };
}

/** Development over time: actual, forecast with its range, target, today. */
export function LineChart(props: LineChartProps) {
  const { mode, words } = useUi();
  const { format = plain, onPick } = props;
  const option = useMemo(() => lineOption(props, mode, format), [props, mode, format]);
  return <ChartFrame {...props} table={seriesTable(props, words.item)} drawing={{ option, onPick }} />;
}

/** Comparison of few categories. */
export function BarChart(props: BarChartProps) {
  const { mode, words } = useUi();
  const { format = plain, onPick } = props;
  const option = useMemo(() => barOption(props, mode, format), [props, mode, format]);
  return <ChartFrame {...props} table={seriesTable(props, words.item)} drawing={{ option, onPick }} />;
}

/** From one level to another, by what changed it. */
export function Waterfall(props: WaterfallProps) {
  const { mode, words } = useUi();
  const { format = plain, onPick, steps } = props;
  const option = useMemo(() => waterfallOption(props, mode, format), [props, mode, format]);
  const table: ChartTable = {
    heads: [words.item, words.value],
    rows: steps.map((step) => [
      step.label,
      step.kind === 'level' ? format(step.value) : withPlus(format(step.value)),
    ]),
  };
  const pick =
    onPick && ((label: string) => onPick(steps.find((step) => step.label === label)?.key ?? label));
  return <ChartFrame {...props} table={table} drawing={{ option, onPick: pick }} />;
}
