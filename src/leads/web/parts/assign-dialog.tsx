import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkAssign } from '../../contract.ts';
import { words } from './lead-words.ts';

interface AssignDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives leads to a colleague; whose pool is full is refused by name. */
export function AssignDialog({ ids, onClose, onDone }: AssignDialogProps) {
  const w = words.use();
  const act = useActOnMany();
  return (
    <Dialog open title={w('assignTitle', { n: ids.length })} onClose={onClose}>
      <Form
        fields={[{ key: 'ownerId', kind: 'user', label: w('assignTo'), required: true }]}
        submitLabel={w('assign')}
        onCancel={onClose}
        onSubmit={async ({ ownerId }) => {
          if (await act(bulkAssign, ids, { ownerId }, { done: (n) => w('assigned', { n }) })) onDone();
        }}
      />
    </Dialog>
  );
}
