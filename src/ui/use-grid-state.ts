import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { GridItem } from './grid-items.ts';
import type { GridLayout, GridRow, GridSort } from './grid-types.ts';

type Api = GridApi<GridItem<GridRow>>;

export function sortOf(api: Api): GridSort[] {
  return api
    .getColumnState()
    .filter((column) => column.sort)
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map((column) => ({ key: column.colId, descending: column.sort === 'desc' }));
}

export function sameSort(a: readonly GridSort[], b: readonly GridSort[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => one.key === b[at]?.key && one.descending === b[at]?.descending)
  );
}

export function layoutOf(api: Api): GridLayout {
  const state = api.getColumnState().filter((column) => !column.colId.startsWith('ag-Grid'));
  return {
    order: state.map((column) => column.colId),
    widths: Object.fromEntries(state.map((column) => [column.colId, column.width ?? 120])),
    hidden: state.filter((column) => column.hide).map((column) => column.colId),
  };
}

interface Given {
  readonly sort: readonly GridSort[] | undefined;
  readonly selected: ReadonlySet<string> | undefined;
  readonly rowCount: number;
  readonly ready: boolean;
}

/** Makes the grid show the sort and selection that the page holds: the page's word wins. */
export function useSortAndSelection(
  api: RefObject<Api | null>,
  { sort = [], selected, rowCount, ready }: Given,
): void {
  useEffect(() => {
    const grid = api.current;
    if (!grid || sameSort(sortOf(grid), sort)) return;
    grid.applyColumnState({
      state: sort.map((one, at) => ({
        colId: one.key,
        sort: one.descending ? 'desc' : 'asc',
        sortIndex: at,
      })),
      defaultState: { sort: null },
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows may be among the selected.
  useEffect(() => {
    const grid = api.current;
    if (!grid || !selected) return;
    grid.forEachNode((node) => {
      const wanted = node.data !== undefined && selected.has(node.data.id);
      if (node.isSelected() !== wanted) node.setSelected(wanted, false, 'api');
    });
  }, [api, selected, rowCount, ready]);
}
