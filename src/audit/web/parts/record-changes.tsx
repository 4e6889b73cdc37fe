import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { getTimeline } from '#activities/contract.ts';
import type { Output } from '#kernel/contract.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { words } from './audit-words.ts';
import { ChangesText } from './changes-text.tsx';
import { auditDeed } from './deeds.ts';

interface RecordChangesProps {
  readonly object: string;
  readonly recordId: string;
}

type Page = Output<typeof getTimeline>;

/** 修改记录: what was changed on one record, by whom, from what to what; for everybody who may see the record. */
export function RecordChanges({ object, recordId }: RecordChangesProps) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const query = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: [getTimeline.id, object, recordId, 'changes'],
    queryFn: ({ pageParam, signal }) =>
      call(getTimeline, { object, id: recordId, only: 'changes', limit: 20, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  if (query.error)
    return (
      <ErrorState what={w('changes')} requestId={query.error.requestId} onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  const pages = query.data?.pages ?? [];
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  return (
    <>
      <Timeline
        loading={query.isLoading}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        empty={<p className="yd-text3">{w('noChanges')}</p>}
        items={pages
          .flatMap((page) => page.items)
          .map((entry) => ({
            id: entry.id,
            icon: objectLink(entry.object)?.icon ?? History,
            at: entry.at,
            title: (
              <>
                <b>{(entry.actorId && names[entry.actorId]) || w('system')}</b>{' '}
                {auditDeed(entry.type)[locale]} {entry.subjectId === recordId ? null : entry.subjectName}
              </>
            ),
            body: (
              <>
                <ChangesText object={entry.object} changes={entry.changes} names={names} />
                {entry.note}
              </>
            ),
          }))}
      />
      {may('audit.read') ? <UiLink href={`/settings/audit?record=${recordId}`}>{w('title')}</UiLink> : null}
    </>
  );
}
