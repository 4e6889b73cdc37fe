import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Building2, PencilLine, Plus, Trash2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { call } from '#kernel/web/api.ts';
import { BulkEditDialog } from '#kernel/web/bulk-edit-dialog.tsx';
import { useEditCell } from '#kernel/web/edit-cell.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
import { useMay } from '#kernel/web/session.ts';
import {
  accountList,
  bulkDeleteAccounts,
  bulkUpdateAccounts,
  restoreAccount,
  updateAccount,
} from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { accountCard, accountColumns } from '../parts/account-columns.tsx';
import { AccountPanel } from '../parts/account-panel.tsx';
import { words } from '../parts/account-words.ts';
import { AssignAccountDialog } from '../parts/assign-account-dialog.tsx';
import { CreateAccountDialog } from '../parts/create-account-dialog.tsx';

const shown = [
  'name',
  'grade',
  'lastActivityAt',
  'nextContactAt',
  'industry',
  'region',
  'channel',
  'ownerId',
];
const mine = { field: 'ownerId', operator: '=', value: '@me' } as const;

interface Asked {
  readonly what: 'assign' | 'edit';
  readonly chosen: Chosen;
  readonly done: () => void;
}

/** 客户: mine, the ripe ones, those nobody spoke to, everything I may see. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const edit = useEditCell(updateAccount, accountObject);
  const verbs = useVerbs();
  const [creating, setCreating] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <ListScreen
        list={accountList}
        title={w('title')}
        columns={shown}
        changes={accountColumns}
        views={useViews()}
        card={accountCard}
        empty={{ icon: Building2, title: w('emptyTitle'), children: w('emptyHint') }}
        onEdit={may('accounts.update') ? edit : undefined}
        panel={(id, place) => <AccountPanel id={id} place={place} />}
        actions={
          may('accounts.create') ? (
            <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
              {w('create')}
            </Button>
          ) : undefined
        }
        bulk={(chosen, done) => verbs(chosen, done, (what) => setAsked({ what, chosen, done }))}
      />
      {creating ? (
        <CreateAccountDialog
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate({ to: `/accounts/${id}` })}
        />
      ) : null}
      <AskedDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** A rep begins with his own customers, a leader with everybody's. */
function useViews() {
  const w = words.use();
  const leads = useMay()('accounts.assign');
  return useMemo(() => {
    const all = { key: 'all', label: w('all'), sort: ['-createdAt'] };
    return [
      ...(leads ? [all] : []),
      { key: 'mine', label: w('mine'), condition: { combinator: 'and', rules: [mine] } } as const,
      {
        key: 'ripe',
        label: w('ripe'),
        condition: { combinator: 'and', rules: [{ field: 'grade', operator: 'in', value: ['A', 'A-'] }] },
        sort: ['nextContactAt'],
      } as const,
      {
        key: 'idle',
        label: w('idle'),
        condition: {
          combinator: 'and',
          rules: [{ field: 'lastActivityAt', operator: 'olderThanDays', value: 30 }],
        },
        sort: ['lastActivityAt'],
      } as const,
      ...(leads ? [] : [all]),
    ];
  }, [w, leads]);
}

function useVerbs() {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  async function remove(ids: readonly string[], done: () => void): Promise<void> {
    const went = await act(
      bulkDeleteAccounts,
      ids,
      {},
      {
        done: (n) => w('deleted', { n }),
        undo: (gone) => Promise.all(gone.map((id) => call(restoreAccount, { id }))),
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
        right: 'accounts.assign',
        onClick: () => ask('assign'),
      },
      {
        key: 'edit',
        label: w('bulkEdit'),
        icon: PencilLine,
        right: 'accounts.update',
        onClick: () => ask('edit'),
      },
      {
        key: 'delete',
        label: w('delete'),
        icon: Trash2,
        right: 'accounts.delete',
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
    <AssignAccountDialog ids={asked.chosen.ids} onClose={onClose} onDone={finish} />
  ) : (
    <BulkEditDialog
      definition={accountObject}
      bulk={bulkUpdateAccounts}
      rows={asked.chosen.rows}
      ids={asked.chosen.ids}
      onClose={onClose}
      onDone={finish}
    />
  );
}
