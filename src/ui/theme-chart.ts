import { chartColours, fontFamily, type Mode, tokens } from './theme.ts';

/** Series order 1, 2, 5, 6, 7, 4; colour 3 only behind or beside its own pair. */
export function seriesColours(mode: Mode): string[] {
  const [one, two, , four, five, six, seven] = chartColours[mode].series;
  return [one, two, five, six, seven, four];
}

/** The ECharts theme of a mode. */
export function chartTheme(mode: Mode): object {
  const t = tokens[mode];
  const axis = {
    axisLine: { show: true, lineStyle: { color: t.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: t.text3, fontSize: 11 },
    splitLine: { show: false },
  };
  return {
    color: seriesColours(mode),
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: t.text, fontSize: 12 },
    categoryAxis: axis,
    valueAxis: {
      ...axis,
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: t.line } },
    },
    bar: { itemStyle: { borderRadius: 2 } },
    tooltip: {
      backgroundColor: t.raised,
      borderColor: t.lineStrong,
      borderWidth: 1,
      borderRadius: 6,
      padding: [6, 10],
      textStyle: { color: t.text, fontSize: 12 },
      extraCssText: `box-shadow:${t.shadow2}`,
    },
  };
}
