import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { askTakeover } from '../../contract.ts';
import { words } from './duplicate-words.ts';
import type { HitRow } from './hit-row.ts';

interface AskTakeoverProps {
  readonly hit: Pick<HitRow, 'id' | 'name' | 'ownerName'>;
  readonly onClose: () => void;
}

/** Asks a colleague and his manager for a lead, with the reason. */
export function AskTakeoverDialog({ hit, onClose }: AskTakeoverProps) {
  const w = words.use();
  const toasts = useToasts();
  const ask = useAct(askTakeover, { quiet: true });
  const owner = hit.ownerName ?? '';
  return (
    <Dialog open title={w('applyTitle', { name: hit.name })} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'reason',
            kind: 'longText',
            label: w('applyReason'),
            required: true,
            maxLength: 500,
            rows: 3,
            hint: w('applyWho', { owner }),
          },
        ]}
        submitLabel={w('applySend')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const answer = await ask({ leadId: hit.id, reason: String(reason) });
          if (isProblem(answer)) return [{ message: answer.errors[0]?.message ?? answer.message }];
          toasts.show({ text: w('applySent', { owner }) });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
