import { Wallet } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import { receivableList } from '../../contract.ts';
import { receivableCard, receivableColumns } from '../parts/cash-columns.tsx';
import { CashSections } from '../parts/cash-sections.tsx';
import { words } from '../parts/cash-words.ts';
import { ReceivablePanel } from '../parts/receivable-panel.tsx';

const shown = [
  ...['accountId', 'contractNumber', 'name', 'dueOn', 'overdueDays', 'amount', 'allocated', 'openAmount'],
  ...['timeliness', 'ownerId'],
];
const open = { field: 'openAmount', operator: '>', value: '0' } as const;
const all = (...rules: readonly object[]) => ({ combinator: 'and', rules }) as never;

/** 应收: what is open, what is late, what comes next. */
export function Screen() {
  const w = words.use();
  const phone = usePhone();
  const views = useMemo(
    () => [
      { key: 'open', label: w('open'), condition: all(open), sort: ['dueOn'] },
      {
        key: 'overdue',
        label: w('overdue'),
        condition: all({ field: 'overdueDays', operator: '>', value: '0' }),
        sort: ['dueOn'],
      },
      {
        key: 'soon',
        label: w('dueSoon'),
        condition: all(open, { field: 'dueOn', operator: 'within', value: 'thisMonth' }),
        sort: ['dueOn'],
      },
      {
        key: 'settled',
        label: w('settled'),
        condition: all({ field: 'timeliness', operator: '=', value: 'settled' }),
        sort: ['-dueOn'],
      },
      { key: 'all', label: w('all'), sort: ['dueOn'] },
    ],
    [w],
  );
  return (
    <ListScreen
      list={receivableList}
      title={w('title')}
      columns={shown}
      changes={receivableColumns}
      views={views}
      card={receivableCard}
      empty={{ icon: Wallet, title: w('emptyReceivables'), children: w('emptyReceivablesHint') }}
      limit={phone ? undefined : <CashSections current="receivables" />}
      actions={phone ? <CashSections current="receivables" /> : undefined}
      panel={(id, place) => <ReceivablePanel id={id} place={place} />}
    />
  );
}
