import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { use as addParts, type ECharts, init, registerTheme } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { chartTheme } from './theme-chart.ts';
import { useUi } from './ui-context.ts';

addParts([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
registerTheme('yd-light', chartTheme('light'));
registerTheme('yd-dark', chartTheme('dark'));

export interface ChartDrawing {
  readonly option: EChartsCoreOption;
  readonly onPick?: (category: string, seriesId: string) => void;
}

/** ECharts with only what we draw, as SVG; redrawn when the theme or its box changes. */
export function EChart({ drawing }: { readonly drawing: ChartDrawing }) {
  const { mode } = useUi();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const latest = useRef(drawing);
  latest.current = drawing;
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, `yd-${mode}`, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', (event) => {
      const { name, seriesId } = event as { name: string; seriesId?: string };
      latest.current.onPick?.(name, seriesId ?? '');
    });
    drawn.setOption(latest.current.option);
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, [mode]);
  useEffect(() => {
    chart.current?.setOption(drawing.option, { notMerge: true });
  }, [drawing.option]);
  return <div className="yd-chart-box" ref={box} />;
}
