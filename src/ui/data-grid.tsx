import { lazy, type ReactElement, Suspense } from 'react';
import { CardList } from './card-list.tsx';
import './grid.css';
import { GridSkeleton } from './grid-skeleton.tsx';
import type { DataGridProps, GridRow } from './grid-types.ts';
import { useDelayed } from './use-delayed.ts';
import { usePhone } from './use-viewport.ts';

type GridComponent = <Row extends GridRow>(props: DataGridProps<Row>) => ReactElement;

const AgDataGrid = lazy(async () => ({
  default: (await import('./data-grid-ag.tsx')).AgDataGrid,
})) as unknown as GridComponent;

/**
 * The list of the product: 36 px rows, selection frozen with the first column, paging as one scrolls, editing in place.
 * On a phone it is cards; the grid's code is loaded only where it is drawn.
 */
export function DataGrid<Row extends GridRow>(props: DataGridProps<Row>) {
  const phone = usePhone();
  const waiting = props.loading === true && props.rows.length === 0;
  const showBars = useDelayed(waiting, 200);
  if (!waiting && props.rows.length === 0 && props.empty)
    return <div className="yd-grid-empty">{props.empty}</div>;
  if (phone) return <CardList {...props} />;
  const bars = <GridSkeleton columns={props.columns} layout={props.layout} density={props.density} />;
  if (waiting)
    return showBars ? (
      bars
    ) : (
      <GridSkeleton columns={props.columns} layout={props.layout} density={props.density} rows={0} />
    );
  return (
    <div className="yd-grid">
      <Suspense fallback={bars}>
        <AgDataGrid {...props} />
      </Suspense>
      {props.bulk}
    </div>
  );
}
