import { useNavigate, useSearch } from '@tanstack/react-router';
import { Handshake, LayoutGrid, List } from 'lucide-react';
import { useMemo } from 'react';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { useEditCell } from '#kernel/web/edit-cell.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useListVerbs } from '#kernel/web/list-verbs.tsx';
import { useMay } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { DateText } from '#ui/date-text.tsx';
import type { Card } from '#ui/grid-types.ts';
import { Money } from '#ui/money.tsx';
import { Segments } from '#ui/segments.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import {
  bulkDeleteOpportunities,
  bulkUpdateOpportunities,
  opportunityList,
  restoreOpportunity,
  updateOpportunity,
} from '../../contract.ts';
import { opportunityObject } from '../../fields.ts';
import { AssignOpportunityDialog } from '../parts/assign-opportunity-dialog.tsx';
import { Board } from '../parts/board.tsx';
import { CreateOpportunityDialog } from '../parts/create-opportunity-dialog.tsx';
import { OpenSum } from '../parts/open-sum.tsx';
import { OpportunityPanel } from '../parts/opportunity-panel.tsx';
import { words } from '../parts/opportunity-words.ts';

const shown = [
  'name',
  'accountId',
  'stage',
  'amount',
  'winRate',
  'expectedCloseOn',
  'nextContactAt',
  'stageSince',
  'ownerId',
];
const open = { field: 'status', operator: '=', value: 'open' } as const;

/** 商机: a board by stage, or the same deals as a list. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const phone = usePhone();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { as?: string; open?: string };
  const edit = useEditCell(updateOpportunity, opportunityObject);
  const verbs = useListVerbs({
    definition: opportunityObject,
    assign: { label: w('assign'), Dialog: AssignOpportunityDialog },
    edit: bulkUpdateOpportunities,
    remove: { bulk: bulkDeleteOpportunities, restore: restoreOpportunity, done: (n) => w('deleted', { n }) },
  });
  const asBoard = (search.as ?? (phone ? 'list' : 'board')) === 'board';
  const go = (change: object) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never });
  return (
    <>
      <ListScreen
        list={opportunityList}
        title={w('title')}
        columns={shown}
        views={useViews(asBoard)}
        card={card}
        empty={{ icon: Handshake, title: w('emptyTitle'), children: w('emptyHint') }}
        onEdit={may('opportunities.update') ? edit : undefined}
        panel={(id, place) => <OpportunityPanel id={id} place={place} />}
        limit={<OpenSum />}
        actions={
          <>
            <BoardOrList asBoard={asBoard} onChoose={(as) => go({ as })} />
            <CreateButton
              right="opportunities.create"
              label={w('create')}
              Dialog={CreateOpportunityDialog}
              onCreated={(id) => go({ open: id })}
            />
          </>
        }
        bulk={verbs.bulk}
        body={
          asBoard
            ? (condition) => (
                <Board condition={condition} openId={search.open} onOpen={(id) => go({ open: id })} />
              )
            : undefined
        }
      />
      {verbs.dialog}
    </>
  );
}

interface BoardOrListProps {
  readonly asBoard: boolean;
  readonly onChoose: (as: 'board' | 'list') => void;
}

function BoardOrList({ asBoard, onChoose }: BoardOrListProps) {
  const w = words.use();
  return (
    <Segments
      label={w('title')}
      look="track"
      value={asBoard ? 'board' : 'list'}
      onChange={onChoose}
      choices={[
        { key: 'board', label: <Choice icon={LayoutGrid} text={w('board')} /> },
        { key: 'list', label: <Choice icon={List} text={w('list')} /> },
      ]}
    />
  );
}

function Choice({ icon: Icon, text }: { readonly icon: typeof List; readonly text: string }) {
  return (
    <>
      <Icon size={14} aria-hidden /> {text}
    </>
  );
}

function card(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const account = typeof row.accountId === 'string' ? names[row.accountId] : '';
  return {
    title: String(row.name),
    lines: [
      account ?? '',
      <span key="money">
        <Money amount={typeof row.amount === 'string' ? row.amount : null} />{' '}
        <DateText day={typeof row.expectedCloseOn === 'string' ? row.expectedCloseOn : null} />
      </span>,
    ],
  };
}

/** Both show open deals unless the filter says otherwise; a board has no column for what is over. */
function useViews(asBoard: boolean) {
  const w = words.use();
  return useMemo(() => {
    const when = (...rules: readonly object[]) => ({ combinator: 'and', rules: [...rules, open] }) as never;
    const mine = { field: 'ownerId', operator: '=', value: '@me' };
    return [
      { key: 'all', label: w('all'), condition: when(), sort: ['expectedCloseOn'] },
      { key: 'mine', label: w('mine'), condition: when(mine), sort: ['expectedCloseOn'] },
      {
        key: 'quarter',
        label: w('thisQuarter'),
        condition: when({ field: 'expectedCloseOn', operator: 'within', value: 'thisQuarter' }),
        sort: ['expectedCloseOn'],
      },
      {
        key: 'overdue',
        label: w('overdue'),
        condition: when({ field: 'expectedCloseOn', operator: 'within', value: 'past' }),
        sort: ['expectedCloseOn'],
      },
      {
        key: 'large',
        label: w('large'),
        condition: when({ field: 'amount', operator: '>=', value: '500000' }),
        sort: ['-amount'],
      },
      ...(asBoard
        ? []
        : [
            {
              key: 'won',
              label: w('won'),
              condition: { combinator: 'and', rules: [{ ...open, value: 'won' }] } as never,
              sort: ['-closedAt'],
            },
            {
              key: 'lost',
              label: w('lost'),
              condition: { combinator: 'and', rules: [{ ...open, value: 'lost' }] } as never,
              sort: ['-closedAt'],
            },
          ]),
    ];
  }, [w, asBoard]);
}
