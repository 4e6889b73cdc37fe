import { lazy, type ReactNode, Suspense, useState } from 'react';
import './chart.css';
import type { ChartBase } from './chart-types.ts';
import type { ChartDrawing } from './echart.tsx';
import { PlainTable } from './plain-table.tsx';
import { useUiWords } from './ui-context.ts';

const EChart = lazy(async () => ({ default: (await import('./echart.tsx')).EChart }));

export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartFrameProps extends ChartBase {
  readonly table: ChartTable;
  readonly drawing: ChartDrawing;
}

/** Around every chart: title, unit and range, 看表格 with the same rows, a sentence as the picture's label. */
export function ChartFrame({
  title,
  note,
  aside,
  summary,
  height = 240,
  table,
  drawing,
  children,
}: ChartFrameProps) {
  const words = useUiWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="yd-chart">
      <ChartHead title={title} note={note}>
        <button type="button" className="yd-plain yd-chart-switch" onClick={() => setAsTable(!asTable)}>
          {asTable ? words.seeChart : words.seeTable}
        </button>
        {aside ? <span>{aside}</span> : null}
      </ChartHead>
      {asTable ? (
        <div className="yd-chart-table" style={{ maxHeight: height }}>
          <PlainTable<readonly string[]>
            label={summary}
            flush
            rows={table.rows}
            rowKey={(row) => row[0] ?? ''}
            columns={table.heads.map((head, at) => ({
              key: head,
              label: head,
              right: at > 0,
              render: (row) => row[at],
            }))}
          />
        </div>
      ) : (
        <div role="img" aria-label={summary} style={{ height }}>
          <Suspense fallback={null}>
            <EChart drawing={drawing} />
          </Suspense>
        </div>
      )}
      {children}
    </figure>
  );
}

interface ChartHeadProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** Heading of a dashboard cell: title, unit, right end. */
export function ChartHead({ title, note, children }: ChartHeadProps) {
  return (
    <figcaption className="yd-chart-head">
      <b>{title}</b>
      {note ? <span className="yd-chart-note">{note}</span> : null}
      <span className="yd-chart-aside">{children}</span>
    </figcaption>
  );
}

/** A dashboard's cells: 2 × 2 with hairlines, one column below 1200. */
export function ChartCells({ children }: { readonly children: ReactNode }) {
  return <div className="yd-chart-cells">{children}</div>;
}
