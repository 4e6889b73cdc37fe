import { BulkEditDialog } from '#kernel/web/bulk-edit-dialog.tsx';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
import { bulkUpdate } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

/** What is being asked about some leads, and what to do once it is done. */
export interface Asking {
  readonly what: 'release' | 'assign' | 'edit';
  readonly chosen: Chosen;
  readonly done: () => void;
}

interface LeadActionsProps {
  readonly asking: Asking | null;
  readonly onClose: () => void;
}

/** The dialogs behind the verbs of the bulk bar. */
export function LeadActions({ asking, onClose }: LeadActionsProps) {
  if (!asking) return null;
  const { what, chosen, done } = asking;
  const finish = () => {
    done();
    onClose();
  };
  if (what === 'release') return <ReleaseDialog ids={chosen.ids} onClose={onClose} onDone={finish} />;
  if (what === 'assign') return <AssignDialog ids={chosen.ids} onClose={onClose} onDone={finish} />;
  return (
    <BulkEditDialog
      definition={leadObject}
      bulk={bulkUpdate}
      rows={chosen.rows}
      ids={chosen.ids}
      onClose={onClose}
      onDone={finish}
    />
  );
}
