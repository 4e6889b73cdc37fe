import './grid.css';
import type { Column, GridLayout, GridRow } from './grid-types.ts';
import { type Density, rowHeights } from './theme.ts';
import { useUiWords } from './ui-context.ts';

interface GridSkeletonProps<Row extends GridRow> {
  readonly columns: readonly Column<Row>[];
  readonly layout?: GridLayout;
  readonly density?: Density;
  readonly rows?: number;
}

const shares = [0.86, 0.62, 0.94, 0.7, 0.8, 0.56];

/** Real header and real widths with grey bars; nothing moves. */
export function GridSkeleton<Row extends GridRow>({
  columns,
  layout,
  density = 'normal',
  rows = 12,
}: GridSkeletonProps<Row>) {
  const words = useUiWords();
  const shown = columns.filter((column) => !(layout ? layout.hidden.includes(column.key) : column.hidden));
  const widthOf = (column: Column<Row>) => layout?.widths[column.key] ?? column.width ?? 120;
  return (
    <div className="yd-skeleton" role="status" aria-label={words.loading}>
      <div className="yd-skeleton-head">
        <span className="yd-skeleton-box" />
        {shown.map((column) => (
          <span key={column.key} style={{ width: widthOf(column) }}>
            {column.label}
          </span>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity.
        <div className="yd-skeleton-row" key={row} style={{ height: rowHeights[density] }}>
          <span className="yd-skeleton-box" />
          {shown.map((column, at) => (
            <span key={column.key} style={{ width: widthOf(column) }}>
              <i
                style={{ width: `${(shares[(row + at) % shares.length] ?? 0.7) * (at === 0 ? 75 : 60)}%` }}
              />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
