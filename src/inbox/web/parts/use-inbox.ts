import { useInfiniteQuery } from '@tanstack/react-query';
import type { Output } from '#kernel/contract.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { listInbox } from '../../contract.ts';
import type { InboxTab } from '../../model.ts';

type Page = Output<typeof listInbox>;

/** One tab of the inbox, page by page; kept fresh by the stream like every list. */
export function useInbox(tab: InboxTab) {
  const query = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: [listInbox.id, tab],
    queryFn: ({ pageParam, signal }) => call(listInbox, { tab, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: 15_000,
  });
  const pages = query.data?.pages ?? [];
  return { query, items: pages.flatMap((page) => page.items), unread: pages[0]?.unread ?? 0 };
}
