import { useCallback, useMemo } from 'react';
import type { Column, GridLayout } from '#ui/grid-types.ts';
import type { ListAddress, ListChanges } from './list-state.ts';
import type { SavedView } from './saved-views.ts';
import { stored } from './stored.ts';
import type { ListRow } from './use-list.ts';

const widths = new Map<string, ReturnType<typeof storedWidths>>();

function storedWidths(listId: string) {
  return stored<string>(`yd.widths.${listId}`, null, () => '{}');
}

function widthsOf(listId: string) {
  const known = widths.get(listId);
  if (known) return known;
  const made = storedWidths(listId);
  widths.set(listId, made);
  return made;
}

/** Order and choice of columns live in the address and the view; widths on this machine, and in the view when saved. */
export function useLayout(
  listId: string,
  state: ListAddress & ListChanges,
  columns: readonly Column<ListRow>[],
  view: SavedView | undefined,
): { layout: GridLayout; setLayout: (layout: GridLayout) => void } {
  const kept = widthsOf(listId);
  const text = kept.use();
  const layout = useMemo<GridLayout>(
    () => ({
      order: columns.map((column) => column.key),
      hidden: columns.filter((column) => column.hidden).map((column) => column.key),
      widths: { ...view?.layout?.widths, ...(JSON.parse(text) as Record<string, number>) },
    }),
    [columns, view, text],
  );
  const setLayout = useCallback(
    (next: GridLayout) => {
      if (JSON.stringify(next.widths) !== JSON.stringify(layout.widths))
        kept.set(JSON.stringify(next.widths));
      const shown = next.order.filter((key) => !next.hidden.includes(key));
      const before = layout.order.filter((key) => !layout.hidden.includes(key));
      if (shown.join() !== before.join()) state.setColumns(shown);
    },
    [kept, layout, state],
  );
  return { layout, setLayout };
}
