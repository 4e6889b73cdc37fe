import { Button } from 'antd';
import { Magnet, PencilLine, Plus, Trash2, Undo2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { call } from '#kernel/web/api.ts';
import { BulkEditDialog } from '#kernel/web/bulk-edit-dialog.tsx';
import { useEditCell } from '#kernel/web/edit-cell.ts';
import { type Chosen, ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { bulkDelete, bulkUpdate, leadList, restoreLead, updateLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { CreateLeadDialog } from '../parts/create-lead-dialog.tsx';
import { Holding } from '../parts/holding.tsx';
import { leadCard, leadColumns } from '../parts/lead-columns.tsx';
import { LeadPanel } from '../parts/lead-panel.tsx';
import { words } from '../parts/lead-words.ts';
import { ReleaseDialog } from '../parts/release-dialog.tsx';

const shown = [
  'company',
  'contactName',
  'class',
  'status',
  'channel',
  'lastActivityAt',
  'nextContactAt',
  'ownerId',
];
const open = { field: 'status', operator: 'notIn', value: ['converted', 'invalid'] } as const;
const mine = { field: 'ownerId', operator: '=', value: '@me' } as const;

type Asking = 'release' | 'assign' | 'edit';

/** 线索: what I hold, what came in today, the best ones, and everything I may see. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  const edit = useEditCell(updateLead, leadObject);
  const [creating, setCreating] = useState(false);
  const [asking, setAsking] = useState<{ what: Asking; chosen: Chosen; done: () => void } | null>(null);
  const views = useMemo(
    () => [
      {
        key: 'mine',
        label: w('mine'),
        condition: { combinator: 'and', rules: [mine, open] },
        sort: ['-ownerSince'],
      } as const,
      {
        key: 'fresh',
        label: w('fresh'),
        condition: { combinator: 'and', rules: [{ field: 'createdAt', operator: 'within', value: 'today' }] },
      } as const,
      {
        key: 'classA',
        label: w('classA'),
        condition: { combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }, open] },
      } as const,
      { key: 'all', label: w('team'), sort: ['-createdAt'] },
    ],
    [w],
  );
  const close = () => setAsking(null);
  const finish = () => {
    asking?.done();
    close();
  };
  return (
    <>
      <ListScreen
        list={leadList}
        title={w('title')}
        columns={shown}
        changes={leadColumns}
        views={views}
        card={leadCard}
        empty={{ icon: Magnet, title: w('emptyTitle'), children: w('emptyHint') }}
        limit={may('leads.claim') ? <Holding /> : undefined}
        onEdit={may('leads.update') ? edit : undefined}
        panel={(id, place) => <LeadPanel id={id} place={place} />}
        actions={
          may('leads.create') ? (
            <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
              {w('create')}
            </Button>
          ) : undefined
        }
        bulk={(chosen, done) =>
          [
            {
              key: 'assign',
              label: w('assign'),
              icon: UserPlus,
              right: 'leads.assign',
              onClick: () => setAsking({ what: 'assign', chosen, done }),
            },
            {
              key: 'release',
              label: w('release'),
              icon: Undo2,
              right: 'leads.release',
              onClick: () => setAsking({ what: 'release', chosen, done }),
            },
            {
              key: 'edit',
              label: w('bulkEdit'),
              icon: PencilLine,
              right: 'leads.update',
              onClick: () => setAsking({ what: 'edit', chosen, done }),
            },
            {
              key: 'delete',
              label: w('delete'),
              icon: Trash2,
              right: 'leads.delete',
              danger: true,
              onClick: () => void remove(chosen.ids, done),
            },
          ].filter((verb) => may(verb.right))
        }
      />
      {creating ? <CreateLeadDialog onClose={() => setCreating(false)} /> : null}
      {asking?.what === 'release' ? (
        <ReleaseDialog ids={asking.chosen.ids} onClose={close} onDone={finish} />
      ) : null}
      {asking?.what === 'assign' ? (
        <AssignDialog ids={asking.chosen.ids} onClose={close} onDone={finish} />
      ) : null}
      {asking?.what === 'edit' ? (
        <BulkEditDialog
          definition={leadObject}
          bulk={bulkUpdate}
          rows={asking.chosen.rows}
          ids={asking.chosen.ids}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </>
  );

  async function remove(ids: readonly string[], done: () => void): Promise<void> {
    const went = await act(
      bulkDelete,
      ids,
      {},
      {
        done: (n) => w('deleted', { n }),
        undo: (gone) => Promise.all(gone.map((id) => call(restoreLead, { id }))),
      },
    );
    if (went) done();
  }
}
