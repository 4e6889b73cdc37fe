import { type AboutRowsProps, AssignRowsDialog } from '#kernel/web/assign-dialog.tsx';
import { bulkAssignOpportunities } from '../../contract.ts';
import { words } from './opportunity-words.ts';

/** Gives deals to a colleague; stage and history stay. */
export function AssignOpportunityDialog(props: AboutRowsProps) {
  const w = words.use();
  return (
    <AssignRowsDialog
      {...props}
      bulk={bulkAssignOpportunities}
      title={w('assignTitle', { n: props.ids.length })}
      label={w('assignTo')}
      verb={w('assign')}
      done={(n) => w('assigned', { n })}
    />
  );
}
