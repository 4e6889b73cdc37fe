import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { lookUpList } from '../../contract.ts';
import { words } from '../parts/duplicate-words.ts';

const shown = ['asked', 'userId', 'entry', 'hits', 'foreignHits', 'createdAt'];

/** 查重记录: who looked whom up, for administrators. */
export function Screen() {
  const w = words.use();
  const views = useMemo(
    () => [
      { key: 'all', label: w('takeoversAll') },
      { key: 'most', label: w('logMost'), sort: ['-foreignHits'] },
    ],
    [w],
  );
  return (
    <ListScreen
      list={lookUpList}
      title={w('log')}
      columns={shown}
      views={views}
      card={(row, names) => ({
        title: String(row.asked),
        lines: [
          <span key="who">
            {names[String(row.userId)]} · <TimeText at={String(row.createdAt)} />
          </span>,
        ],
      })}
      empty={{ icon: ScrollText, title: w('logEmpty'), children: w('logEmptyHint') }}
    />
  );
}
