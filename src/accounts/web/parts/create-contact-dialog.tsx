import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createContact } from '../../contract.ts';
import { contactObject } from '../../fields.ts';
import { words } from './account-words.ts';

const asked = ['accountId', 'name', 'phone', 'title', 'role', 'email', 'birthday'];

/** A new person at a customer; opened from the customer's page the customer is already filled in. */
export function CreateContactDialog(props: CreateProps) {
  const w = words.use();
  return (
    <CreateRecordDialog
      {...props}
      definition={contactObject}
      create={createContact}
      title={w('createContact')}
      asked={asked}
    />
  );
}
