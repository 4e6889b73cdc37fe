import { Stamp } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { ListRow } from '#kernel/web/use-list.ts';
import { TimeText } from '#ui/date-text.tsx';
import type { Card } from '#ui/grid-types.ts';
import { Money } from '#ui/money.tsx';
import { approvalList } from '../../contract.ts';
import { ApprovalPanel } from '../parts/approval-panel.tsx';
import { words } from '../parts/approval-words.ts';
import { waitingForMe } from '../parts/waiting-count.ts';

const shown = [
  'title',
  'reference',
  'amount',
  'status',
  'requesterId',
  'approverId',
  'requestedAt',
  'decidedAt',
];

function amountOf(row: ListRow) {
  return typeof row.amount === 'string' ? (
    <Money amount={row.amount} currency={String(row.currency ?? 'CNY')} as="exact" />
  ) : null;
}

function approvalCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  return {
    title: String(row.title),
    lines: [
      amountOf(row),
      <span key="who">
        {names[String(row.requesterId)]} · <TimeText at={String(row.requestedAt)} />
      </span>,
    ],
  };
}

/** 审批: what waits for me, what I asked for, what I decided. */
export function Screen() {
  const w = words.use();
  const views = useMemo(
    () => [
      { key: 'waiting', label: w('waiting'), condition: waitingForMe, sort: ['requestedAt'] } as const,
      {
        key: 'mine',
        label: w('mine'),
        condition: { combinator: 'and', rules: [{ field: 'requesterId', operator: '=', value: '@me' }] },
      } as const,
      {
        key: 'decided',
        label: w('decided'),
        condition: { combinator: 'and', rules: [{ field: 'decidedBy', operator: '=', value: '@me' }] },
        sort: ['-decidedAt'],
      } as const,
      { key: 'all', label: w('all') },
    ],
    [w],
  );
  return (
    <ListScreen
      list={approvalList}
      title={w('title')}
      columns={shown}
      changes={() => ({ amount: { render: amountOf } })}
      views={views}
      card={approvalCard}
      empty={{ icon: Stamp, title: w('emptyTitle'), children: w('emptyHint') }}
      panel={(id, place) => <ApprovalPanel key={id} id={id} place={place} />}
    />
  );
}
