import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import { displayPhone } from '#kernel/values/phone-text.ts';
import { isRightAligned } from './field-view.tsx';
import { type CellParams, cellValue, fieldOfColumn, GridCell, GridCellEditor } from './grid-cell.tsx';
import type { GridItem } from './grid-items.ts';
import type { Column, GridLayout, GridRow } from './grid-types.ts';

export type ItemColumn = ColDef<GridItem<GridRow>>;

const ownKeys = ['choice', 'multiChoice', 'user', 'reference', 'date', 'datetime'];

/** Keys that belong to the input (menus, pinyin) and not to the grid. */
function keepsKey(column: Column<GridRow>, first: boolean, params: SuppressKeyboardEventParams): boolean {
  const { event, editing } = params;
  if (event.isComposing) return true;
  // A cell is edited by a press, F2 or Enter: letters stay commands (J and K move the panel), Esc closes it.
  if (!editing) {
    const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    return letter || event.key === 'Escape' || (event.key === 'Enter' && (first || !column.editable));
  }
  if (!ownKeys.includes(fieldOfColumn(column).kind)) return false;
  return ['Enter', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key);
}

interface Given {
  readonly columns: readonly Column<GridRow>[];
  readonly layout?: GridLayout;
  readonly canEdit: boolean;
  readonly canSort: boolean;
  readonly cell: Pick<CellParams, 'names' | 'onForget'>;
}

function ordered(columns: readonly Column<GridRow>[], layout: GridLayout | undefined): Column<GridRow>[] {
  if (!layout) return [...columns];
  const place = (column: Column<GridRow>, at: number) => {
    const known = layout.order.indexOf(column.key);
    return known < 0 ? layout.order.length + at : known;
  };
  return columns
    .map((column, at) => ({ column, place: place(column, at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ column }) => column);
}

/** What stands in the cell's input when it opens: phones as people write them. */
function inputValue(column: Column<GridRow>, item: GridItem<GridRow>): unknown {
  const value = cellValue(column, item);
  return column.kind === 'phone' && typeof value === 'string' ? displayPhone(value) : value;
}

/** The grid's column definitions from ours: first column frozen, numbers right, sorting by the server. */
export function gridColumns({ columns, layout, canEdit, canSort, cell }: Given): ItemColumn[] {
  const list = ordered(columns, layout);
  const isHidden = (column: Column<GridRow>) =>
    layout ? layout.hidden.includes(column.key) : column.hidden === true;
  // Rows run to the edge: without a column that grows, the last one takes the rest.
  const grows =
    list.find((column) => column.grow && !isHidden(column)) ?? list.findLast((column) => !isHidden(column));
  return list.map((column, at): ItemColumn => {
    const first = at === 0;
    const right = column.align ? column.align === 'right' : isRightAligned({ kind: column.kind ?? 'text' });
    const params: CellParams = { column, first, ...cell };
    return {
      colId: column.key,
      headerName: column.label,
      headerTooltip: column.headerTip,
      width: layout?.widths[column.key] ?? column.width ?? 120,
      flex: column === grows ? 1 : undefined,
      minWidth: column === grows ? (column.width ?? 120) : 56,
      hide: isHidden(column),
      pinned: first ? 'left' : null,
      lockPinned: true,
      lockPosition: first ? 'left' : undefined,
      sortable: canSort && (column.sortable ?? false),
      comparator: () => 0,
      editable: canEdit && column.editable === true,
      valueGetter: ({ data }) => (data ? inputValue(column, data) : null),
      equals: () => false,
      cellRenderer: GridCell,
      cellRendererParams: params,
      cellEditor: GridCellEditor,
      cellEditorParams: params,
      suppressKeyboardEvent: (given) => keepsKey(column, first, given),
      cellClass: right ? 'yd-cell yd-cell-right' : first ? 'yd-cell yd-cell-name' : 'yd-cell',
      headerClass: right ? 'ag-right-aligned-header' : undefined,
    };
  });
}
