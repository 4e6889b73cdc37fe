import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { ListContract } from '#kernel/list-contract.ts';
import type { GridRow, GridSort } from '#ui/grid-types.ts';
import { call, type Problem } from './api.ts';
import { sortKeys } from './list-state.ts';

/** A row as lists answer it: its id, version and the fields under their catalogue keys. */
export type ListRow = GridRow & { readonly version: number; readonly [key: string]: unknown };

interface Page {
  readonly items: readonly ListRow[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly names: Readonly<Record<string, string>>;
}

export interface ListAnswer {
  readonly rows: readonly ListRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly retry: () => void;
  /** Every row that matches, as far as a bulk operation reaches: 1,000. */
  readonly all: () => Promise<readonly ListRow[]>;
}

interface Ask {
  readonly filter: Condition | undefined;
  readonly sort: string | undefined;
  readonly q: string | undefined;
  readonly limit: number;
  readonly fields: string | undefined;
}

interface ListAsk {
  readonly condition: Condition | undefined;
  readonly sort: readonly GridSort[];
  readonly q?: string;
  /** Field keys, when the columns need one that pages leave out unless asked. */
  readonly fields?: string;
}

const pageSize = 100;
const bulkAtMost = 1_000;

/** Pages of a list by keyset, with the names of everything they refer to. Old rows stay while new ones load. */
export function useList({ search }: ListContract, { condition, sort, q, fields }: ListAsk): ListAnswer {
  const order = sortKeys(sort).join(',') || undefined;
  const ask = useMemo<Ask>(
    () => ({ filter: condition, sort: order, q: q || undefined, limit: pageSize, fields }),
    [condition, order, q, fields],
  );
  const query = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: [search.id, 'pages', ask],
    queryFn: ({ pageParam, signal }) =>
      call(
        search,
        { ...ask, cursor: pageParam, total: pageParam ? 'false' : 'true' },
        { signal },
      ) as unknown as Promise<Page>,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const pages = query.data?.pages;
  return useMemo(
    () => ({
      rows: pages?.flatMap((page) => page.items) ?? [],
      names: Object.assign({}, ...(pages ?? []).map((page) => page.names)) as Record<string, string>,
      total: pages?.[0]?.total ?? undefined,
      loading: query.isLoading,
      problem: query.error,
      hasMore: query.hasNextPage,
      more: () => {
        if (!query.isFetchingNextPage) void query.fetchNextPage();
      },
      retry: () => void query.refetch(),
      all: () => allRows(search, ask),
    }),
    [
      pages,
      query.isLoading,
      query.error,
      query.hasNextPage,
      query.isFetchingNextPage,
      query.fetchNextPage,
      query.refetch,
      search,
      ask,
    ],
  );
}

async function allRows(search: ListContract['search'], ask: Ask): Promise<readonly ListRow[]> {
  const rows: ListRow[] = [];
  let cursor: string | undefined;
  do {
    const page = (await call(search, { ...ask, limit: 200, cursor, total: 'false' })) as unknown as Page;
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < bulkAtMost);
  return rows.slice(0, bulkAtMost);
}
