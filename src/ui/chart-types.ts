import type { ReactNode } from 'react';

export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  /** One per category; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** `forecast` dashed, `previous` the pale colour behind its own pair. */
  readonly look?: 'plain' | 'forecast' | 'previous';
}

export interface ChartBase {
  readonly title: ReactNode;
  /** Unit and range beside the title: `累计签约，万元`. */
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
  /** One sentence that says what the picture shows; its spoken label. */
  readonly summary: string;
  readonly height?: number;
  readonly format?: (value: number) => string;
  readonly children?: ReactNode;
}

export interface SeriesChartProps extends ChartBase {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Every mark opens its rows. */
  readonly onPick?: (category: string, series: string) => void;
}

export interface LineChartProps extends SeriesChartProps {
  /** Range around the forecast, from the point where it begins. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
  readonly target?: { readonly label: string; readonly value: number };
  /** Category of today: a vertical hairline with its label. */
  readonly today?: { readonly category: string; readonly label: string };
}

export interface BarChartProps extends SeriesChartProps {
  readonly stacked?: boolean;
  /** Bars lie; for long names. */
  readonly horizontal?: boolean;
}

export interface WaterfallStep {
  readonly key: string;
  readonly label: string;
  /** Level for `level`, signed change for the others. */
  readonly value: number;
  readonly kind: 'level' | 'change' | 'won';
}

export interface WaterfallProps extends ChartBase {
  readonly steps: readonly WaterfallStep[];
  readonly onPick?: (step: string) => void;
}
