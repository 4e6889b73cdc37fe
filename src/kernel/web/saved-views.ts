import { createContext, useContext } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { GridLayout } from '#ui/grid-types.ts';

/** A saved way to look at a list: columns, widths, order, filter, sort; one's own or shared. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly mine: boolean;
  /** Stands in the navigation of the person. */
  readonly favourite: boolean;
  readonly condition: Condition | null;
  readonly sort: readonly string[];
  readonly layout: GridLayout | null;
}

export type ViewDraft = Pick<SavedView, 'name' | 'shared' | 'condition' | 'sort' | 'layout'>;

/** Where views are kept; the slice that owns them provides this, lists only use it. */
export interface ViewStore {
  readonly useViews: (listId: string) => readonly SavedView[];
  /** Opens the dialog that names a new view; answers its id once it is saved. */
  readonly create: (listId: string, draft: ViewDraft) => Promise<string | undefined>;
  readonly save: (view: SavedView, draft: Partial<ViewDraft>) => Promise<void>;
  /** Opens the dialog that gives a view another name. */
  readonly rename: (view: SavedView) => void;
  readonly remove: (view: SavedView) => Promise<void>;
  /** Puts a view into the navigation, or takes it out. */
  readonly favour: (view: SavedView) => Promise<void>;
}

export const ViewStoreContext = createContext<ViewStore>({
  useViews: () => [],
  create: async () => undefined,
  save: async () => undefined,
  rename: () => undefined,
  remove: async () => undefined,
  favour: async () => undefined,
});

/** The views of lists, where a slice keeps them. */
export function useViewStore(): ViewStore {
  return useContext(ViewStoreContext);
}
