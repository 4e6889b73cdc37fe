import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkAssignAccounts } from '../../contract.ts';
import { words } from './account-words.ts';

interface AssignAccountProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives customers with their contacts to a colleague, and says what goes along. */
export function AssignAccountDialog({ ids, onClose, onDone }: AssignAccountProps) {
  const w = words.use();
  const act = useActOnMany();
  return (
    <Dialog open title={w('assignTitle', { n: ids.length })} onClose={onClose}>
      <Form
        fields={[
          { key: 'ownerId', kind: 'user', label: w('assignTo'), required: true },
          { key: 'opportunities', kind: 'checkbox', label: w('assignDeals') },
        ]}
        initial={{ opportunities: true }}
        submitLabel={w('assign')}
        onCancel={onClose}
        onSubmit={async ({ ownerId, opportunities }) => {
          const rest = { ownerId, opportunities: opportunities === true };
          if (await act(bulkAssignAccounts, ids, rest, { done: (n) => w('assigned', { n }) })) onDone();
        }}
      />
    </Dialog>
  );
}
