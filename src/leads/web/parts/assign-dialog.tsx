import { type AboutRowsProps, AssignRowsDialog } from '#kernel/web/assign-dialog.tsx';
import { bulkAssign } from '../../contract.ts';
import { words } from './lead-words.ts';

/** Gives leads to a colleague; whose pool is full is refused by name. */
export function AssignDialog(props: AboutRowsProps) {
  const w = words.use();
  return (
    <AssignRowsDialog
      {...props}
      bulk={bulkAssign}
      title={w('assignTitle', { n: props.ids.length })}
      label={w('assignTo')}
      verb={w('assign')}
      done={(n) => w('assigned', { n })}
    />
  );
}
