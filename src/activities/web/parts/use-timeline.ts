import { useInfiniteQuery } from '@tanstack/react-query';
import type { Output } from '#kernel/contract.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { getTimeline } from '../../contract.ts';

export type TimelineAnswer = Output<typeof getTimeline>;
export type TimelineEntry = TimelineAnswer['items'][number];

/** Pages of a record's timeline, newest first, with the names they mention. */
export function useTimeline(object: string, id: string) {
  const query = useInfiniteQuery<
    TimelineAnswer,
    Problem,
    { pages: TimelineAnswer[] },
    unknown[],
    string | undefined
  >({
    queryKey: [getTimeline.id, object, id],
    queryFn: ({ pageParam, signal }) =>
      call(getTimeline, { object, id, limit: 20, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const pages = query.data?.pages ?? [];
  return {
    entries: pages.flatMap((page) => page.items),
    names: Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>,
    loading: query.isLoading,
    problem: query.error,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
