import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  Banknote,
  Bell,
  FileCheck2,
  FileUp,
  Inbox,
  type LucideIcon,
  ShieldAlert,
  Stamp,
  UserPlus,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { useAct } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import type { Tone } from '#ui/field-spec.ts';
import { isTyping } from '#ui/keyboard.ts';
import { NotificationList } from '#ui/notification-list.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { readAllNews, readNews } from '../../contract.ts';
import { type InboxTab, inboxTabs } from '../../model.ts';
import { words } from '../parts/inbox-words.ts';
import { type News, NewsActions, useNewsVerbs } from '../parts/news-actions.tsx';
import { useInbox } from '../parts/use-inbox.ts';

const looks: Readonly<Record<string, { icon: LucideIcon; tone: Tone }>> = {
  approvalAsked: { icon: Stamp, tone: 'accent' },
  approvalDecided: { icon: Stamp, tone: 'neutral' },
  recordAssigned: { icon: UserPlus, tone: 'neutral' },
  moneyReceived: { icon: Banknote, tone: 'ok' },
  chainBroken: { icon: ShieldAlert, tone: 'bad' },
  contractActivated: { icon: FileCheck2, tone: 'neutral' },
  importDone: { icon: FileUp, tone: 'ok' },
  importFailed: { icon: FileUp, tone: 'bad' },
};
const idOf = (news: News) => `${news.object}/${news.recordId}`;

/** 收件箱: what somebody should know of, by record. J and K move, Enter opens, E finishes. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { view?: string };
  const tab = inboxTabs.find((one) => one === search.view) ?? 'open';
  const { query, items, unread } = useInbox(tab);
  const readAll = useAct(readAllNews);
  return (
    <Page
      title={w('title')}
      subtitle={unread > 0 ? w('unreadCount', { n: unread }) : w('noneUnread')}
      actions={unread > 0 ? <Button onClick={() => void readAll({})}>{w('readAll')}</Button> : undefined}
      tabs={
        <ViewTabs
          tabs={inboxTabs.map((key) => ({ key, label: w(key) }))}
          current={tab}
          onChange={(view) => void navigate({ to: '.', search: { view } as never })}
        />
      }
    >
      {query.error ? (
        <ErrorState what={w('title')} requestId={query.error.requestId} onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : query.isLoading ? (
        <SkeletonLines rows={8} />
      ) : items.length === 0 ? (
        <NothingIn tab={tab} />
      ) : (
        <NewsList items={items} tab={tab} />
      )}
      {query.hasNextPage ? (
        <Button type="text" block onClick={() => void query.fetchNextPage()}>
          {w('showMore')}
        </Button>
      ) : null}
    </Page>
  );
}

function NothingIn({ tab }: { readonly tab: InboxTab }) {
  const w = words.use();
  if (tab === 'open')
    return (
      <EmptyState icon={Inbox} title={w('emptyTitle')}>
        {w('emptyHint')}
      </EmptyState>
    );
  return <EmptyState icon={Inbox} title={w(tab === 'done' ? 'emptyDone' : 'emptySnoozed')} />;
}

function NewsList({ items, tab }: { readonly items: readonly News[]; readonly tab: InboxTab }) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const navigate = useNavigate();
  const read = useAct(readNews, { quiet: true });
  const box = useNewsKeys(items);
  function open(id: string): void {
    const news = items.find((one) => idOf(one) === id);
    if (!news) return;
    if (news.unread > 0) void read({ object: news.object, recordId: news.recordId });
    const path = objectLink(news.object)?.path(news.recordId);
    if (path) void navigate({ to: path });
    else toasts.show({ text: w('gone') });
  }
  return (
    <div ref={box}>
      <NotificationList
        onOpen={open}
        items={items.map((news) => ({
          id: idOf(news),
          ...(looks[news.kind] ?? { icon: Bell, tone: 'neutral' }),
          title: (
            <>
              {news.title[locale]} {news.count > 1 ? <Tag>{w('more', { n: news.count })}</Tag> : null}
            </>
          ),
          body: news.snoozedUntil ? <TimeText at={news.snoozedUntil} as="exact" /> : undefined,
          at: news.at,
          unread: news.unread > 0,
          act: <NewsActions news={news} tab={tab} />,
        }))}
      />
    </div>
  );
}

/** J and K go from line to line, E finishes the one in focus. Enter opens it, because it is a button. */
function useNewsKeys(items: readonly News[]) {
  const box = useRef<HTMLDivElement>(null);
  const verbs = useNewsVerbs();
  const latest = useRef({ items, verbs });
  latest.current = { items, verbs };
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      const lines = [...(box.current?.querySelectorAll<HTMLElement>('.yd-notification-main') ?? [])];
      const at = lines.indexOf(document.activeElement as HTMLElement);
      if (event.key === 'j' || event.key === 'k') {
        const next = lines[Math.max(0, Math.min(lines.length - 1, at + (event.key === 'j' ? 1 : -1)))];
        next?.focus();
        event.preventDefault();
      } else if (event.key === 'e' && at >= 0) {
        const news = latest.current.items[at];
        if (news) latest.current.verbs.finish(news);
        event.preventDefault();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return box;
}
