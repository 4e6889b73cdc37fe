import { useActOnMany } from '#kernel/web/act-on-many.ts';
import type { AboutRowsProps } from '#kernel/web/assign-dialog.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { bulkRelease, listPools } from '../../contract.ts';
import { words } from './lead-words.ts';

/** Asks why, then puts the leads back into the pool. */
export function ReleaseDialog({ ids, onClose, onDone }: AboutRowsProps) {
  const w = words.use();
  const act = useActOnMany();
  const pools = (useRead(listPools, {}).data?.items ?? []).filter(({ takes }) => takes);
  const reasons = [
    { key: 'noNeed', label: w('reasonNoNeed') },
    { key: 'unreachable', label: w('reasonUnreachable') },
    { key: 'notMyRegion', label: w('reasonNotMyRegion') },
    { key: 'noTime', label: w('reasonNoTime') },
    { key: 'other', label: w('reasonOther') },
  ];
  return (
    <Dialog open title={w('releaseTitle')} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'reason',
            kind: 'choice',
            label: w('releaseReason'),
            required: true,
            asButtons: true,
            choices: reasons,
          },
          ...(pools.length > 1
            ? [
                {
                  ...({ key: 'poolId', kind: 'choice', label: w('releaseTo') } as const),
                  choices: pools.map(({ id, name }) => ({ key: id, label: name })),
                },
              ]
            : []),
          { key: 'note', kind: 'text', label: w('releaseNote'), maxLength: 500 },
        ]}
        submitLabel={w('release')}
        onCancel={onClose}
        onSubmit={async ({ reason, note, poolId }) => {
          const rest = { reason, ...(note ? { note } : {}), ...(poolId ? { poolId } : {}) };
          if (await act(bulkRelease, ids, rest, { done: (n) => w('released', { n }) })) onDone();
        }}
      />
    </Dialog>
  );
}
