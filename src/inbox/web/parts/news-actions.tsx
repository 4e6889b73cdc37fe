import { Button, Dropdown } from 'antd';
import { Check, Clock, Undo2 } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { useSession } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useToasts } from '#ui/toast.tsx';
import { finishNews, type listInbox, reopenNews, snoozeNews, unreadNews } from '../../contract.ts';
import type { InboxTab } from '../../model.ts';
import { words } from './inbox-words.ts';
import { snoozeMoments } from './snooze-moments.ts';

export type News = Output<typeof listInbox>['items'][number];

/** What one can do with the news about one record. */
export function useNewsVerbs() {
  const w = words.use();
  const toasts = useToasts();
  const finish = useAct(finishNews);
  const reopen = useAct(reopenNews);
  const snooze = useAct(snoozeNews);
  const unread = useAct(unreadNews);
  const of = ({ object, recordId }: News) => ({ object, recordId });
  return {
    finish: (news: News) =>
      void finish(of(news)).then((answer) => {
        if (!isProblem(answer)) toasts.show({ text: w('finished'), onUndo: () => void reopen(of(news)) });
      }),
    reopen: (news: News) => void reopen(of(news)),
    snooze: (news: News, until: Date) => void snooze({ ...of(news), until: until.toISOString() }),
    unread: (news: News) => void unread(of(news)),
  };
}

interface NewsActionsProps {
  readonly news: News;
  readonly tab: InboxTab;
}

/** One press finishes; the clock puts off. */
export function NewsActions({ news, tab }: NewsActionsProps) {
  const w = words.use();
  const { org } = useSession();
  const verbs = useNewsVerbs();
  if (tab !== 'open')
    return (
      <Button size="small" icon={<Undo2 size={14} />} onClick={() => verbs.reopen(news)}>
        {w('reopen')}
      </Button>
    );
  const moments = snoozeMoments(new Date(), org.zone);
  const choices = (['snoozeHour', 'snoozeTomorrow', 'snoozeMonday'] as const).map((key) => ({
    key,
    label: w(key),
    onClick: () => verbs.snooze(news, moments[key]),
  }));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...choices,
            { type: 'divider' as const },
            { key: 'unread', label: w('markUnread'), onClick: () => verbs.unread(news) },
          ],
        }}
      >
        <Button
          type="text"
          icon={<Clock size={16} aria-hidden />}
          aria-label={w('snooze')}
          title={w('snooze')}
        />
      </Dropdown>
      <IconButton icon={Check} label={w('finish')} onClick={() => verbs.finish(news)} />
    </>
  );
}
