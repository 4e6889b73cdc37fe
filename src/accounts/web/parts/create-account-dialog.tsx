import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createAccount } from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { words } from './account-words.ts';

const asked = ['name', 'grade', 'phone', 'industry', 'region', 'channel'];

/** Quick create of a customer, with the hint who knows the company already. */
export function CreateAccountDialog(props: CreateProps) {
  const w = words.use();
  return (
    <CreateRecordDialog
      {...props}
      definition={accountObject}
      create={createAccount}
      title={w('create')}
      asked={asked}
    />
  );
}
