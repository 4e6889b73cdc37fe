import type { GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { gridColumns } from './grid-columns.ts';
import { gridHandlers } from './grid-handlers.ts';
import { type GridItem, useGridItems } from './grid-items.ts';
import { gridWords } from './grid-modules.ts';
import type { DataGridProps, GridRow } from './grid-types.ts';
import { rowHeights } from './theme.ts';
import { gridTheme } from './theme-grid.ts';
import { useUi } from './ui-context.ts';
import { useGridEdits } from './use-grid-edits.ts';
import { useSortAndSelection } from './use-grid-state.ts';

type Item = GridItem<GridRow>;

const rowClasses = {
  'yd-row-open': ({ data }: { data?: Item }) => data?.open === true,
  'yd-live': ({ data }: { data?: Item }) => data?.live === true,
};
const selection = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: true,
  enableClickSelection: false,
} as const;
const selectionColumn = {
  width: 44,
  minWidth: 44,
  maxWidth: 44,
  pinned: 'left',
  lockPosition: 'left',
  resizable: false,
  suppressHeaderMenuButton: true,
  cellClass: 'yd-cell yd-cell-select',
} as const;
const everyColumn = { resizable: true, suppressHeaderMenuButton: true } as const;
/** Alike in every grid: edits are asked for and not written, nothing slides, nothing is announced twice. */
const always = {
  theme: gridTheme,
  defaultColDef: everyColumn,
  rowClassRules: rowClasses,
  selectionColumnDef: selectionColumn,
  headerHeight: 34,
  readOnlyEdit: true,
  stopEditingWhenCellsLoseFocus: true,
  enterNavigatesVerticallyAfterEdit: true,
  suppressDragLeaveHidesColumns: true,
  suppressNoRowsOverlay: true,
  suppressScrollOnNewData: true,
  animateRows: false,
  tooltipShowDelay: 500,
} as const;

function useDefinitions(props: DataGridProps<GridRow>, forget: (id: string, key: string) => void) {
  const { columns, layout, names, onEdit, onSort } = props;
  const canEdit = onEdit !== undefined;
  const canSort = onSort !== undefined;
  const defs = useMemo(
    () => gridColumns({ columns, layout, canEdit, canSort, cell: { names, onForget: forget } }),
    [columns, layout, canEdit, canSort, names, forget],
  );
  const totals = useMemo(
    () => (columns.some((column) => column.total !== undefined) ? [{ id: 'total' } as Item] : undefined),
    [columns],
  );
  return { defs, totals };
}

/** The AG Grid behind DataGrid; in a file of its own so that it is loaded only where a grid is drawn. */
export function AgDataGrid<Row extends GridRow>(given: DataGridProps<Row>) {
  // Inside, rows are only known by their id; the caller's functions get their own rows back.
  const props = given as unknown as DataGridProps<GridRow>;
  const { rows, noun, sort, onSelect, selected, openId, density = 'normal', live, bulk, rowTone } = props;
  const { locale } = useUi();
  const api = useRef<GridApi<Item> | null>(null);
  const [ready, setReady] = useState(false);
  const { edits, save, forget } = useGridEdits(props.onEdit);
  const items = useGridItems({ rows, openId, live, edits });
  const { defs, totals } = useDefinitions(props, forget);
  useSortAndSelection(api, { sort, selected, rowCount: items.length, ready });
  const { wantMore, onColumns, ...handlers } = gridHandlers({ props, api, firstKey: defs[0]?.colId, save });
  // A tall screen may show the whole first page: ask again until it is full.
  useEffect(wantMore);
  return (
    <div className={bulk ? 'yd-grid-body yd-grid-bulk' : 'yd-grid-body'}>
      <AgGridReact<Item>
        {...always}
        {...handlers}
        rowData={items}
        columnDefs={defs}
        getRowId={({ data }) => data.id}
        getRowClass={
          rowTone && (({ data }) => (data?.row ? `yd-row-${rowTone(data.row) ?? 'plain'}` : undefined))
        }
        rowHeight={rowHeights[density]}
        rowSelection={onSelect ? selection : undefined}
        pinnedBottomRowData={totals}
        localeText={gridWords[locale]}
        onGridReady={(event) => {
          api.current = event.api;
          event.api.setGridAriaProperty('label', noun);
          setReady(true);
        }}
        onBodyScroll={wantMore}
        onColumnMoved={onColumns}
        onColumnResized={onColumns}
      />
    </div>
  );
}
