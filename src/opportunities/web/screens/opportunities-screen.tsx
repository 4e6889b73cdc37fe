import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Handshake, LayoutGrid, List, PencilLine, Plus, Trash2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { call } from '#kernel/web/api.ts';
import { BulkEditDialog } from '#kernel/web/bulk-edit-dialog.tsx';
import { useEditCell } from '#kernel/web/edit-cell.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
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

interface Asked {
  readonly what: 'assign' | 'edit';
  readonly chosen: Chosen;
  readonly done: () => void;
}

/** 商机: a board by stage, or the same deals as a list. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const phone = usePhone();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { as?: string; open?: string };
  const edit = useEditCell(updateOpportunity, opportunityObject);
  const verbs = useVerbs();
  const [creating, setCreating] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
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
            {may('opportunities.create') ? (
              <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
                {w('create')}
              </Button>
            ) : null}
          </>
        }
        bulk={(chosen, done) => verbs(chosen, done, (what) => setAsked({ what, chosen, done }))}
        body={
          asBoard
            ? (condition) => (
                <Board condition={condition} openId={search.open} onOpen={(id) => go({ open: id })} />
              )
            : undefined
        }
      />
      {creating ? (
        <CreateOpportunityDialog onClose={() => setCreating(false)} onCreated={(id) => go({ open: id })} />
      ) : null}
      <AskedDialog asked={asked} onClose={() => setAsked(null)} />
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

function useVerbs() {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  async function remove(ids: readonly string[], done: () => void): Promise<void> {
    const went = await act(
      bulkDeleteOpportunities,
      ids,
      {},
      {
        done: (n) => w('deleted', { n }),
        undo: (gone) => Promise.all(gone.map((id) => call(restoreOpportunity, { id }))),
      },
    );
    if (went) done();
  }
  return (chosen: Chosen, done: () => void, ask: (what: Asked['what']) => void) =>
    [
      {
        key: 'assign',
        label: w('assign'),
        icon: UserPlus,
        right: 'opportunities.assign',
        onClick: () => ask('assign'),
      },
      {
        key: 'edit',
        label: w('bulkEdit'),
        icon: PencilLine,
        right: 'opportunities.update',
        onClick: () => ask('edit'),
      },
      {
        key: 'delete',
        label: w('delete'),
        icon: Trash2,
        right: 'opportunities.delete',
        danger: true,
        onClick: () => void remove(chosen.ids, done),
      },
    ].filter((verb) => may(verb.right));
}

function AskedDialog({ asked, onClose }: { readonly asked: Asked | null; readonly onClose: () => void }) {
  if (!asked) return null;
  const finish = () => {
    asked.done();
    onClose();
  };
  return asked.what === 'assign' ? (
    <AssignOpportunityDialog ids={asked.chosen.ids} onClose={onClose} onDone={finish} />
  ) : (
    <BulkEditDialog
      definition={opportunityObject}
      bulk={bulkUpdateOpportunities}
      rows={asked.chosen.rows}
      ids={asked.chosen.ids}
      onClose={onClose}
      onDone={finish}
    />
  );
}
