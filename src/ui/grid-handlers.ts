import type {
  CellClickedEvent,
  CellEditRequestEvent,
  CellKeyDownEvent,
  ColumnMovedEvent,
  ColumnResizedEvent,
  GridApi,
  SelectionChangedEvent,
  SortChangedEvent,
} from 'ag-grid-community';
import type { RefObject } from 'react';
import type { FieldValue } from './field-spec.ts';
import type { GridItem } from './grid-items.ts';
import type { DataGridProps, GridRow } from './grid-types.ts';
import { layoutOf, sameSort, sortOf } from './use-grid-state.ts';

type Item = GridItem<GridRow>;

const NEAR_END = 20;

interface Given {
  readonly props: DataGridProps<GridRow>;
  readonly api: RefObject<GridApi<Item> | null>;
  readonly firstKey: string | undefined;
  readonly save: (row: GridRow, key: string, value: FieldValue) => Promise<void>;
}

/** What presses and keys mean: the first column opens, an editable cell is edited, anything else opens. */
export function gridHandlers({ props, api, firstKey, save }: Given) {
  const { rows, hasMore, onMore, onOpen, onSort, sort = [], onSelect, onLayout } = props;
  function wantMore() {
    const grid = api.current;
    if (hasMore && grid && grid.getLastDisplayedRowIndex() >= rows.length - NEAR_END) onMore?.();
  }
  function onCellClicked({ data, column, node, rowIndex, event }: CellClickedEvent<Item>) {
    const id = column.getColId();
    const onControl = event?.target instanceof Element && event.target.closest('a, button, label, input');
    if (!data || node.rowPinned || onControl || id.startsWith('ag-Grid')) return;
    if (column.getColDef().editable === true && id !== firstKey && rowIndex !== null)
      api.current?.startEditingCell({ rowIndex, colKey: column });
    else onOpen?.(data.row);
  }
  function onCellKeyDown({ event, data, column, colDef, api: grid }: CellKeyDownEvent<Item>) {
    const key = event instanceof KeyboardEvent ? event : undefined;
    if (!data || key?.key !== 'Enter' || key.isComposing || grid.getEditingCells().length > 0) return;
    if (column.getColId() === firstKey || colDef.editable !== true) onOpen?.(data.row);
  }
  function onCellEditRequest({ data, colDef, newValue, oldValue }: CellEditRequestEvent<Item>) {
    if (newValue !== oldValue && colDef.colId) void save(data.row, colDef.colId, newValue as FieldValue);
  }
  function onSortChanged(event: SortChangedEvent<Item>) {
    const next = sortOf(event.api);
    if (!sameSort(next, sort)) onSort?.(next);
  }
  function onSelectionChanged(event: SelectionChangedEvent<Item>) {
    if (event.source.startsWith('api')) return;
    const nodes = event.api.getSelectedNodes();
    onSelect?.(new Set(nodes.flatMap((node) => (node.data ? [node.data.id] : []))));
  }
  function onColumns({ finished, source, api: grid }: ColumnMovedEvent<Item> | ColumnResizedEvent<Item>) {
    if (finished && source.startsWith('ui')) onLayout?.(layoutOf(grid));
  }
  return {
    wantMore,
    onCellClicked,
    onCellKeyDown,
    onCellEditRequest,
    onSortChanged,
    onSelectionChanged,
    onColumns,
  };
}
