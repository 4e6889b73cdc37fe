import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output, Sent } from '#kernel/contract.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { useSession } from '#kernel/web/session.ts';
import { listAudit } from '../../contract.ts';

type Page = Output<typeof listAudit>;
export type AuditEvent = Page['items'][number];

export interface AuditSearch {
  readonly actor?: string;
  readonly object?: string;
  readonly type?: string;
  readonly source?: string;
  readonly record?: string;
  readonly days?: string;
}

const daysBack: Readonly<Record<string, number>> = { today: 0, week: 6, month: 29 };

/** The conditions stand in the address. */
export function useAuditSearch() {
  const search = useSearch({ strict: false }) as AuditSearch;
  const navigate = useNavigate();
  return {
    search,
    set: (change: AuditSearch) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((before: object) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value))) as never,
      }),
    clear: () => void navigate({ to: '.', replace: true, search: {} as never }),
  };
}

/** Pages of the audit under these conditions, newest first. */
export function useAudit({ actor, object, type, source, record, days }: AuditSearch) {
  const { org } = useSession();
  const back = days === undefined ? undefined : daysBack[days];
  const ask: Sent<typeof listAudit> = {
    actorId: actor,
    object,
    type,
    source: source as Sent<typeof listAudit>['source'],
    recordId: record,
    from: back === undefined ? undefined : addDays(dayOf(new Date(), org.zone), -back),
  };
  const query = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: [listAudit.id, ask],
    queryFn: ({ pageParam, signal }) => call(listAudit, { ...ask, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const pages = query.data?.pages ?? [];
  return {
    query,
    items: pages.flatMap((page) => page.items),
    names: Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>,
  };
}
