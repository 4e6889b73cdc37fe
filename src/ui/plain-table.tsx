import type { ReactNode } from 'react';
import './plain-table.css';

export interface TableColumn<Row> {
  readonly key: string;
  readonly label: ReactNode;
  readonly right?: boolean;
  readonly width?: number;
  readonly render: (row: Row) => ReactNode;
  /** In the last line; must equal the strip above. */
  readonly total?: ReactNode;
}

export interface PlainTableProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly label: string;
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string;
  /** How deep a row of a tree stands; its first cell moves in. */
  readonly depth?: (row: Row) => number;
  /** Edges reach the sides of the cell instead of the page. */
  readonly flush?: boolean;
}

interface RowProps<Row> extends Pick<PlainTableProps<Row>, 'columns' | 'onOpen' | 'depth'> {
  readonly row: Row;
  readonly selected: boolean;
}

function TableRow<Row>({ row, columns, onOpen, depth, selected }: RowProps<Row>) {
  const look = [onOpen ? 'yd-table-row' : '', selected ? 'yd-table-selected' : ''].join(' ').trim();
  return (
    <tr className={look || undefined}>
      {columns.map((column, at) => (
        <td key={column.key} className={column.right ? 'yd-num' : undefined}>
          {onOpen && at === 0 ? (
            <button type="button" className="yd-plain yd-table-open" onClick={() => onOpen(row)}>
              {column.render(row)}
            </button>
          ) : (
            <span
              className="yd-table-cell"
              style={at === 0 && depth ? { paddingInlineStart: depth(row) * 20 } : undefined}
            >
              {column.render(row)}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}

/** A small table without paging: teams, ageing, allocation lines. Ends with a total. Large lists use DataGrid. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { columns, rows, rowKey, label, onOpen, selectedKey, depth, flush } = props;
  const numeric = (column: TableColumn<Row>) => (column.right ? 'yd-num' : undefined);
  return (
    <div className={flush ? 'yd-table-box yd-table-flush' : 'yd-table-box'}>
      <table className="yd-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} className={numeric(column)} style={{ width: column.width }} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            const shared = { row, columns, onOpen, depth };
            return <TableRow key={key} {...shared} selected={key === selectedKey} />;
          })}
        </tbody>
        {columns.some((column) => column.total !== undefined) ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={numeric(column)}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
