import { Inbox } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { ListRow } from '#kernel/web/use-list.ts';
import { TimeText } from '#ui/date-text.tsx';
import type { Card } from '#ui/grid-types.ts';
import { submissionList } from '../../contract/submissions.ts';
import { words } from '../parts/capture-words.ts';
import { keptAside } from '../parts/kept-count.ts';
import { SubmissionPanel } from '../parts/submission-panel.tsx';

const shown = ['who', 'state', 'reason', 'method', 'via', 'outcome', 'leadId', 'receivedAt'];

function submissionCard(row: ListRow): Card {
  return {
    title: String(row.who),
    lines: [String(row.via ?? ''), <TimeText key="at" at={String(row.receivedAt)} />],
  };
}

/** 获客收件: what came in and waits for a person, and everything else that came. */
export function Screen() {
  const w = words.use();
  const views = useMemo(
    () => [
      { key: 'kept', label: w('kept'), condition: keptAside } as const,
      {
        key: 'accepted',
        label: w('accepted'),
        condition: { combinator: 'and', rules: [{ field: 'state', operator: '=', value: 'accepted' }] },
      } as const,
      {
        key: 'dismissed',
        label: w('dismissed'),
        condition: { combinator: 'and', rules: [{ field: 'state', operator: '=', value: 'dismissed' }] },
      } as const,
      { key: 'all', label: w('all') },
    ],
    [w],
  );
  return (
    <ListScreen
      list={submissionList}
      title={w('inbox')}
      columns={shown}
      views={views}
      card={submissionCard}
      empty={{ icon: Inbox, title: w('noKept'), children: w('noKeptHint') }}
      panel={(id, place) => <SubmissionPanel key={id} id={id} place={place} />}
    />
  );
}
