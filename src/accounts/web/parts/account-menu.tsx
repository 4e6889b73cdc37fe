import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useWhy } from '#identity/web/public.tsx';
import { useDeleteRows } from '#kernel/web/delete-rows.ts';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import { bulkDeleteAccounts, restoreAccount, updateAccount } from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { words } from './account-words.ts';
import { AssignAccountDialog } from './assign-account-dialog.tsx';

interface AccountMenuProps {
  readonly account: Readonly<Record<string, unknown>>;
  readonly may: { readonly edit: boolean; readonly assign: boolean; readonly delete: boolean };
  readonly onGone: () => void;
}

/** What is seldom done with a customer: edit everything, transfer, delete with the way back. */
export function AccountMenu({ account, may, onGone }: AccountMenuProps) {
  const w = words.use();
  const [asking, setAsking] = useState<'edit' | 'assign' | null>(null);
  const why = useWhy(accountObject, String(account.id));
  const deleteRows = useDeleteRows(bulkDeleteAccounts, restoreAccount, (n) => w('deleted', { n }));
  const remove = () => void deleteRows([String(account.id)]).then((went) => went && onGone());
  const close = () => setAsking(null);
  const items = [
    ...(may.edit ? [{ key: 'edit', label: w('edit'), onClick: () => setAsking('edit') }] : []),
    ...(may.assign ? [{ key: 'assign', label: w('assign'), onClick: () => setAsking('assign') }] : []),
    ...(may.delete ? [{ key: 'delete', label: w('delete'), danger: true, onClick: remove }] : []),
    why.item,
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Ellipsis size={14} />} aria-label="…" />
      </Dropdown>
      {why.dialog}
      {asking === 'edit' ? (
        <EditRecordDialog
          definition={accountObject}
          update={updateAccount}
          row={account}
          title={w('edit')}
          onClose={close}
        />
      ) : null}
      {asking === 'assign' ? (
        <AssignAccountDialog ids={[String(account.id)]} onClose={close} onDone={close} />
      ) : null}
    </>
  );
}
