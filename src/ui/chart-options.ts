import type { EChartsCoreOption } from 'echarts/core';
import { withPlus } from '#kernel/values/number-text.ts';
import type { BarChartProps, LineChartProps, WaterfallProps } from './chart-types.ts';
import { chartColours, type Mode, tokens } from './theme.ts';
import { seriesColours } from './theme-chart.ts';

const grid = {
  left: 4,
  right: 12,
  top: 24,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
};
const calm = { animation: false, grid };

/** A dozen names all stand; more than that are thinned out. */
function categoryAxis(names: readonly string[]) {
  return { type: 'category', data: [...names], axisLabel: { interval: names.length <= 12 ? 0 : 'auto' } };
}

/** Actual solid 2.5, forecast dashed 1.5 with its band, target solid 1 with its label on the line, today a hairline. */
export function lineOption(
  props: LineChartProps,
  mode: Mode,
  format: (value: number) => string,
): EChartsCoreOption {
  const { categories, series, band, target, today } = props;
  const t = tokens[mode];
  const colours = seriesColours(mode);
  const pale = chartColours[mode].series[2];
  let next = 0;
  const main = colours[0];
  const lines = series.map((one) => {
    const forecast = one.look === 'forecast';
    const colour = one.look === 'previous' ? pale : forecast ? main : colours[next++ % colours.length];
    const last = one.values.at(-1);
    const named =
      series.length > 1 && series.length <= 3 && !series.some((other) => other.look === 'forecast');
    return {
      id: one.key,
      name: one.label,
      type: 'line',
      showSymbol: one.values.length === 1,
      symbolSize: 5,
      lineStyle: {
        color: colour,
        width: forecast || one.look === 'previous' ? 1.5 : 2.5,
        type: forecast ? 'dashed' : 'solid',
      },
      itemStyle: { color: colour },
      // Up to three series are named at their end, without a legend; a lone one shows its last value.
      endLabel: {
        show: typeof last === 'number',
        formatter: named ? one.label : format(last ?? 0),
        color: named ? colour : t.text,
        fontSize: 11,
        fontWeight: named ? 400 : 600,
      },
      data: [...one.values],
      markLine: one === series[0] ? marks(target, today, t, format) : undefined,
    };
  });
  return {
    ...calm,
    grid: { ...grid, right: 56 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '—'),
    },
    xAxis: { ...categoryAxis(categories), boundaryGap: false },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => format(value) }, splitNumber: 3 },
    series: [...bandSeries(band, mode, format), ...lines],
  };
}

function marks(
  target: LineChartProps['target'],
  today: LineChartProps['today'],
  t: (typeof tokens)[Mode],
  format: (value: number) => string,
) {
  const data: object[] = [];
  if (target)
    data.push({
      yAxis: target.value,
      lineStyle: { color: t.text2, type: 'solid', width: 1 },
      label: {
        formatter: `${target.label} ${format(target.value)}`,
        position: 'insideStartTop',
        color: t.text2,
        fontSize: 11,
      },
    });
  if (today)
    data.push({
      xAxis: today.category,
      lineStyle: { color: t.lineStrong, type: 'solid', width: 1 },
      label: { formatter: today.label, position: 'end', color: t.text2, fontSize: 11 },
    });
  return data.length > 0 ? { symbol: 'none', silent: true, data } : undefined;
}

function bandSeries(band: LineChartProps['band'], mode: Mode, format: (value: number) => string): object[] {
  if (!band) return [];
  const shared = {
    type: 'line',
    stack: 'band',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  const end = (value: number | null | undefined) => ({
    endLabel: {
      show: typeof value === 'number',
      formatter: format(value ?? 0),
      color: tokens[mode].text3,
      fontSize: 11,
    },
  });
  const rise = band.high.map((high, at) => {
    const low = band.low[at];
    return high === null || low === null || low === undefined ? null : high - low;
  });
  return [
    { ...shared, ...end(band.low.at(-1)), id: 'band-low', data: [...band.low] },
    {
      ...shared,
      ...end(band.high.at(-1)),
      id: 'band-high',
      data: rise,
      areaStyle: { color: chartColours[mode].range },
    },
  ];
}

/** Bars start at zero, have 2 px corners and carry their value. */
export function barOption(
  props: BarChartProps,
  mode: Mode,
  format: (value: number) => string,
): EChartsCoreOption {
  const { categories, series, stacked, horizontal } = props;
  const t = tokens[mode];
  const colours = seriesColours(mode);
  const pale = chartColours[mode].series[2];
  let next = 0;
  const category = { ...categoryAxis(categories), inverse: horizontal };
  const value = { type: 'value', min: 0, splitNumber: 3, axisLabel: { formatter: (n: number) => format(n) } };
  const labelled = !stacked && categories.length * series.length <= 24;
  return {
    ...calm,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: (n: unknown) => (typeof n === 'number' ? format(n) : '—'),
    },
    xAxis: horizontal ? { ...value, show: false } : category,
    yAxis: horizontal ? category : value,
    series: series.map((one) => ({
      id: one.key,
      name: one.label,
      type: 'bar',
      stack: stacked ? 'all' : undefined,
      barMaxWidth: horizontal ? 14 : 36,
      barGap: '8%',
      itemStyle: {
        color: one.look === 'previous' ? pale : colours[next++ % colours.length],
        borderRadius: 2,
      },
      label: {
        show: labelled,
        position: horizontal ? 'right' : 'top',
        color: t.text,
        fontSize: 11,
        formatter: ({ value: n }: { value: unknown }) => (typeof n === 'number' ? format(n) : ''),
      },
      data: [...one.values],
    })),
  };
}

/** Ends neutral, up, down, won in accent; the sign is always written. */
export function waterfallOption(
  props: WaterfallProps,
  mode: Mode,
  format: (value: number) => string,
): EChartsCoreOption {
  const t = tokens[mode];
  const { series, up, down } = chartColours[mode];
  let level = 0;
  const base: number[] = [];
  const bars = props.steps.map((step) => {
    const from = step.kind === 'level' ? 0 : level;
    const to = step.kind === 'level' ? step.value : level + step.value;
    level = to;
    base.push(Math.min(from, to));
    const colour =
      step.kind === 'level' ? series[3] : step.kind === 'won' ? series[0] : step.value < 0 ? down : up;
    const label = step.kind === 'level' ? format(step.value) : withPlus(format(step.value));
    return { value: Math.abs(to - from), itemStyle: { color: colour }, label: { formatter: label } };
  });
  return {
    ...calm,
    xAxis: categoryAxis(props.steps.map((step) => step.label)),
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: (n: number) => format(n) } },
    series: [
      { id: 'base', type: 'bar', stack: 'w', silent: true, itemStyle: { color: 'transparent' }, data: base },
      {
        id: 'steps',
        type: 'bar',
        stack: 'w',
        barMaxWidth: 36,
        label: { show: true, position: 'top', color: t.text, fontSize: 11 },
        data: bars,
      },
    ],
  };
}
