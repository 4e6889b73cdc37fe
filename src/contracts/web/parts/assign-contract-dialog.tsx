import { type AboutRowsProps, AssignRowsDialog } from '#kernel/web/assign-dialog.tsx';
import { bulkAssignContracts } from '../../contract.ts';
import { words } from './contract-words.ts';

/** Gives contracts to a colleague; what is owed on them goes along. */
export function AssignContractDialog(props: AboutRowsProps) {
  const w = words.use();
  return (
    <AssignRowsDialog
      {...props}
      bulk={bulkAssignContracts}
      title={w('assignTitle', { n: props.ids.length })}
      label={w('assignTo')}
      verb={w('assign')}
      done={(n) => w('assigned', { n })}
    />
  );
}
