import { UserRoundCheck } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { takeoverList } from '../../contract.ts';
import { words } from '../parts/duplicate-words.ts';
import { TakeoverPanel } from '../parts/takeover-panel.tsx';

const shown = ['title', 'status', 'requesterId', 'ownerId', 'managerId', 'dueOn', 'createdAt', 'decidedAt'];

/** 接手申请: what waits for my answer, what I asked for. */
export function Screen() {
  const w = words.use();
  const views = useMemo(
    () => [
      {
        key: 'waiting',
        label: w('takeoversWaiting'),
        sort: ['dueOn'],
        condition: {
          combinator: 'and',
          rules: [
            { field: 'status', operator: '=', value: 'open' },
            { field: 'requesterId', operator: '!=', value: '@me' },
          ],
        },
      } as const,
      {
        key: 'mine',
        label: w('takeoversMine'),
        condition: { combinator: 'and', rules: [{ field: 'requesterId', operator: '=', value: '@me' }] },
      } as const,
      { key: 'all', label: w('takeoversAll') },
    ],
    [w],
  );
  return (
    <ListScreen
      list={takeoverList}
      title={w('takeovers')}
      columns={shown}
      views={views}
      card={(row, names) => ({
        title: String(row.title),
        lines: [
          <span key="who">
            {w('takeoverAsks', { who: names[String(row.requesterId)] ?? '' })} ·{' '}
            <TimeText at={String(row.createdAt)} />
          </span>,
        ],
      })}
      empty={{ icon: UserRoundCheck, title: w('takeoversEmpty'), children: w('takeoversEmptyHint') }}
      panel={(id, place) => <TakeoverPanel key={id} id={id} place={place} />}
    />
  );
}
