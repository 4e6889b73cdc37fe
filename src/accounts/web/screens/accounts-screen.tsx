import { useNavigate } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { useEditCell } from '#kernel/web/edit-cell.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useListVerbs } from '#kernel/web/list-verbs.tsx';
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

/** 客户: mine, the ripe ones, those nobody spoke to, everything I may see. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const edit = useEditCell(updateAccount, accountObject);
  const verbs = useListVerbs({
    definition: accountObject,
    assign: { label: w('assign'), Dialog: AssignAccountDialog },
    edit: bulkUpdateAccounts,
    remove: { bulk: bulkDeleteAccounts, restore: restoreAccount, done: (n) => w('deleted', { n }) },
  });
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
          <CreateButton
            right="accounts.create"
            label={w('create')}
            Dialog={CreateAccountDialog}
            onCreated={(id) => void navigate({ to: `/accounts/${id}` })}
          />
        }
        bulk={verbs.bulk}
      />
      {verbs.dialog}
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
