import type { CellClickedEvent, CellEditRequestEvent, CellKeyDownEvent, GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FieldValue } from './field-spec.ts';
import { gridColumns } from './grid-columns.ts';
import type { GridItem } from './grid-items.ts';
import { useGridItems } from './grid-items.ts';
import { gridWords } from './grid-modules.ts';
import type { Column, DataGridProps, GridRow } from './grid-types.ts';
import { rowHeights } from './theme.ts';
import { gridTheme } from './theme-grid.ts';
import { useUi } from './ui-context.ts';
import { useGridEdits } from './use-grid-edits.ts';
import { layoutOf, sameSort, sortOf, useSortAndSelection } from './use-grid-state.ts';

type Item = GridItem<GridRow>;

const NEAR_END = 20;
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
const everyColumn = { resizable: true, suppressHeaderMenuButton: true, suppressMovable: false } as const;

/** The AG Grid behind DataGrid; in a file of its own so that it is loaded only where a grid is drawn. */
export function AgDataGrid<Row extends GridRow>(given: DataGridProps<Row>) {
  // Inside, rows are only known by their id; the caller's functions get their own rows back.
  const props = given as unknown as DataGridProps<GridRow>;
  const { columns, rows, noun, hasMore, onMore, names, onSort, sort, onSelect, selected, openId, onOpen } =
    props;
  const { layout, onLayout, density = 'normal', live, bulk, rowTone } = props;
  const { locale } = useUi();
  const api = useRef<GridApi<Item> | null>(null);
  const [ready, setReady] = useState(false);
  const { edits, save, forget } = useGridEdits(props.onEdit);
  const items = useGridItems({ rows, openId, live, edits });
  const canEdit = props.onEdit !== undefined;
  const canSort = onSort !== undefined;
  const defs = useMemo(
    () => gridColumns({ columns, layout, canEdit, canSort, cell: { names, onForget: forget } }),
    [columns, layout, canEdit, canSort, names, forget],
  );
  const totals = useMemo(
    () => (columns.some((column) => column.total !== undefined) ? [{ id: 'total' } as Item] : undefined),
    [columns],
  );
  useSortAndSelection(api, { sort, selected, rowCount: items.length, ready });

  function wantMore() {
    const grid = api.current;
    if (hasMore && grid && grid.getLastDisplayedRowIndex() >= rows.length - NEAR_END) onMore?.();
  }
  // A tall screen may show the whole first page: ask again until it is full.
  useEffect(wantMore);

  function isFirst(key: string): boolean {
    return defs[0]?.colId === key;
  }
  function onCellClicked({ data, column, node, rowIndex, event }: CellClickedEvent<Item>) {
    const def = column.getColDef();
    const onControl = event?.target instanceof Element && event.target.closest('a, button, label, input');
    if (!data || node.rowPinned || onControl || column.getColId().startsWith('ag-Grid')) return;
    if (def.editable === true && !isFirst(column.getColId()) && rowIndex !== null)
      api.current?.startEditingCell({ rowIndex, colKey: column });
    else onOpen?.(data.row);
  }
  function onCellKeyDown(event: CellKeyDownEvent<Item>) {
    const key = event.event instanceof KeyboardEvent ? event.event : undefined;
    if (!event.data || key?.key !== 'Enter' || key.isComposing || event.api.getEditingCells().length > 0)
      return;
    const id = event.column.getColId();
    if (isFirst(id) || event.colDef.editable !== true) onOpen?.(event.data.row);
  }
  function onEditRequest({ data, colDef, newValue, oldValue }: CellEditRequestEvent<Item>) {
    if (newValue !== oldValue && colDef.colId) void save(data.row, colDef.colId, newValue as FieldValue);
  }
  function tellLayout(finished: boolean, source: string, grid: GridApi<Item>) {
    if (finished && source.startsWith('ui') && onLayout) onLayout(layoutOf(grid));
  }
  return (
    <div className={bulk ? 'yd-grid-body yd-grid-bulk' : 'yd-grid-body'}>
      <AgGridReact<Item>
        theme={gridTheme}
        rowData={items}
        columnDefs={defs}
        defaultColDef={everyColumn}
        getRowId={({ data }) => data.id}
        getRowClass={
          rowTone && (({ data }) => (data?.row ? `yd-row-${rowTone(data.row) ?? 'plain'}` : undefined))
        }
        rowClassRules={rowClasses}
        rowHeight={rowHeights[density]}
        headerHeight={34}
        rowSelection={onSelect ? selection : undefined}
        selectionColumnDef={selectionColumn}
        pinnedBottomRowData={totals}
        localeText={gridWords[locale]}
        readOnlyEdit
        stopEditingWhenCellsLoseFocus
        enterNavigatesVerticallyAfterEdit
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        suppressScrollOnNewData
        animateRows={false}
        tooltipShowDelay={500}
        onGridReady={(event) => {
          api.current = event.api;
          event.api.setGridAriaProperty('label', noun);
          setReady(true);
        }}
        onBodyScroll={wantMore}
        onCellClicked={onCellClicked}
        onCellKeyDown={onCellKeyDown}
        onCellEditRequest={onEditRequest}
        onSortChanged={(event) => {
          const next = sortOf(event.api);
          if (!sameSort(next, sort ?? [])) onSort?.(next);
        }}
        onSelectionChanged={(event) => {
          if (event.source.startsWith('api')) return;
          onSelect?.(
            new Set(event.api.getSelectedNodes().flatMap((node) => (node.data ? [node.data.id] : []))),
          );
        }}
        onColumnMoved={(event) => tellLayout(event.finished, event.source, event.api)}
        onColumnResized={(event) => tellLayout(event.finished, event.source, event.api)}
      />
    </div>
  );
}

export type { Column };
