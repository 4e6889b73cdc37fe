import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { words } from './lead-words.ts';

const asked = ['company', 'contactName', 'phone', 'channel', 'region', 'expectedAmount', 'note'];

/** Quick create: what a caller tells in half a minute, with the hint who knows the company already. */
export function CreateLeadDialog(props: CreateProps) {
  const w = words.use();
  return (
    <CreateRecordDialog
      {...props}
      definition={leadObject}
      create={createLead}
      title={w('create')}
      asked={asked}
    />
  );
}
