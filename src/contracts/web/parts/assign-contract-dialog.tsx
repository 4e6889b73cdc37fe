import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkAssignContracts } from '../../contract.ts';
import { words } from './contract-words.ts';

interface AssignContractDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives contracts to a colleague; what is owed on them goes along. */
export function AssignContractDialog({ ids, onClose, onDone }: AssignContractDialogProps) {
  const w = words.use();
  const act = useActOnMany();
  return (
    <Dialog open title={w('assignTitle', { n: ids.length })} onClose={onClose}>
      <Form
        fields={[{ key: 'ownerId', kind: 'user', label: w('assignTo'), required: true }]}
        submitLabel={w('assign')}
        onCancel={onClose}
        onSubmit={async ({ ownerId }) => {
          const went = await act(
            bulkAssignContracts,
            ids,
            { ownerId },
            { done: (n) => w('assigned', { n }) },
          );
          if (went) onDone();
        }}
      />
    </Dialog>
  );
}
