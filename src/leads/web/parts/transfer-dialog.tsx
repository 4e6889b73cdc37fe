import { useActOnMany } from '#kernel/web/act-on-many.ts';
import type { AboutRowsProps } from '#kernel/web/assign-dialog.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkTransfer, listPools } from '../../contract.ts';
import { words } from './lead-words.ts';

/** Moves waiting leads to another pool, for whoever runs the one they are in. */
export function TransferDialog({ ids, onClose, onDone }: AboutRowsProps) {
  const w = words.use();
  const act = useActOnMany();
  const pools = (useRead(listPools, {}).data?.items ?? []).filter(({ takes }) => takes);
  return (
    <Dialog open title={w('transferTitle')} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'poolId',
            kind: 'choice',
            label: w('transferTo'),
            required: true,
            choices: pools.map(({ id, name }) => ({ key: id, label: name })),
          },
          { key: 'reason', kind: 'text', label: w('placeReason'), maxLength: 200 },
        ]}
        submitLabel={w('transfer')}
        onCancel={onClose}
        onSubmit={async ({ poolId, reason }) => {
          const rest = { poolId, ...(reason ? { reason } : {}) };
          if (await act(bulkTransfer, ids, rest, { done: (n) => w('transferred', { n }) })) onDone();
        }}
      />
    </Dialog>
  );
}
