import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import { decodeListSearch, encodeListSearch } from '#kernel/lists-filter-url.ts';
import type { GridLayout, GridSort } from '#ui/grid-types.ts';
import type { SavedView } from './saved-views.ts';

/** A view that comes with the product; saved ones stand behind it. */
export interface BuiltInView {
  readonly key: string;
  readonly label: string;
  readonly condition?: Condition;
  readonly sort?: readonly string[];
}

/** What the address says of a list: view, filter, sort, columns, the open record and its tab. */
export interface ListAddress {
  readonly view: string;
  readonly condition: Condition | undefined;
  readonly sort: readonly GridSort[];
  readonly columns: readonly string[] | undefined;
  readonly openId: string | undefined;
  readonly q: string;
  /** The list differs from its view as saved. */
  readonly changed: boolean;
}

export interface ListChanges {
  readonly setView: (key: string) => void;
  readonly setCondition: (condition: Condition | undefined) => void;
  readonly setSort: (sort: readonly GridSort[]) => void;
  readonly setColumns: (columns: readonly string[]) => void;
  readonly open: (id: string | undefined) => void;
  readonly reset: () => void;
}

type Search = Readonly<Record<string, unknown>>;

const sortOf = (keys: readonly string[]): GridSort[] =>
  keys.map((key) =>
    key.startsWith('-') ? { key: key.slice(1), descending: true } : { key, descending: false },
  );
/** The order of rows as it is written in an address: -createdAt is the newest first. */
export const sortKeys = (sort: readonly GridSort[]): string[] =>
  sort.map(({ key, descending }) => (descending ? `-${key}` : key));

/** The columns of a kept layout that are not hidden, in its order. */
export function shownColumns(layout: GridLayout | null): string[] | undefined {
  return layout?.order.filter((key) => !layout.hidden.includes(key));
}

/** Reads and writes the state of a list in the address: a copied link opens the same list for a colleague. */
export function useListState(
  builtIn: readonly BuiltInView[],
  saved: readonly SavedView[],
): ListAddress & ListChanges {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const view = typeof search.view === 'string' ? search.view : (builtIn[0]?.key ?? '');
  const base = useMemo(() => {
    const own = saved.find((one) => one.id === view);
    const given = builtIn.find((one) => one.key === view) ?? builtIn[0];
    return own
      ? { condition: own.condition ?? undefined, sort: own.sort, columns: shownColumns(own.layout) }
      : { condition: given?.condition, sort: given?.sort ?? [], columns: undefined };
  }, [builtIn, saved, view]);
  const state = decodeListSearch(search);
  const cleared = search.f === '' || search.f === '-';

  const change = useCallback(
    (next: Search, replace = true) =>
      void navigate({
        to: '.',
        replace,
        search: ((before: Search) => stripped({ ...before, ...next })) as never,
      }),
    [navigate],
  );
  return {
    view,
    condition: cleared ? undefined : (state.condition ?? base.condition),
    sort: sortOf(state.sort ?? base.sort),
    columns: state.columns ?? base.columns,
    openId: typeof search.open === 'string' ? search.open : undefined,
    q: typeof search.q === 'string' ? search.q : '',
    changed: cleared
      ? base.condition !== undefined
      : state.condition !== undefined || state.sort !== undefined || state.columns !== undefined,
    setView: (key) =>
      change({ view: key, f: undefined, sort: undefined, cols: undefined, open: undefined }, false),
    setCondition: (condition) => change({ f: condition ? encodeListSearch({ condition }).f : '-' }),
    setSort: (sort) => change({ sort: sortKeys(sort).join(',') || undefined }),
    setColumns: (columns) => change({ cols: columns.join(',') }),
    open: (id) => change({ open: id, tab: undefined }, search.open !== undefined),
    reset: () => change({ f: undefined, sort: undefined, cols: undefined }),
  };
}

function stripped(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
