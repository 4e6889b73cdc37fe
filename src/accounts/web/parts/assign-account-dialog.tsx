import { type AboutRowsProps, AssignRowsDialog } from '#kernel/web/assign-dialog.tsx';
import { bulkAssignAccounts } from '../../contract.ts';
import { words } from './account-words.ts';

/** Gives customers with their contacts to a colleague, and says what goes along. */
export function AssignAccountDialog(props: AboutRowsProps) {
  const w = words.use();
  return (
    <AssignRowsDialog
      {...props}
      bulk={bulkAssignAccounts}
      title={w('assignTitle', { n: props.ids.length })}
      label={w('assignTo')}
      verb={w('assign')}
      done={(n) => w('assigned', { n })}
      along={[{ key: 'opportunities', kind: 'checkbox', label: w('assignDeals') }]}
      initial={{ opportunities: true }}
    />
  );
}
