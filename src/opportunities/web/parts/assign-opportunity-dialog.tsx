import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkAssignOpportunities } from '../../contract.ts';
import { words } from './opportunity-words.ts';

interface AssignProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives deals to a colleague; stage and history stay. */
export function AssignOpportunityDialog({ ids, onClose, onDone }: AssignProps) {
  const w = words.use();
  const act = useActOnMany();
  return (
    <Dialog open title={w('assignTitle', { n: ids.length })} onClose={onClose}>
      <Form
        fields={[{ key: 'ownerId', kind: 'user', label: w('assignTo'), required: true }]}
        submitLabel={w('assign')}
        onCancel={onClose}
        onSubmit={async ({ ownerId }) => {
          if (await act(bulkAssignOpportunities, ids, { ownerId }, { done: (n) => w('assigned', { n }) }))
            onDone();
        }}
      />
    </Dialog>
  );
}
