import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { claimLead } from '../../contract.ts';
import { words } from './lead-words.ts';

interface ClaimDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Whoever runs the pool goes past its rules, and says why. */
export function ClaimDialog({ id, name, onClose }: ClaimDialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const claim = useAct(claimLead, { quiet: true });
  return (
    <Dialog open title={w('claimWithReason')} onClose={onClose}>
      <Form
        fields={[{ key: 'reason', kind: 'text', label: w('claimReason'), required: true, maxLength: 200 }]}
        submitLabel={w('claim')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const answer = await claim({ id, reason: String(reason) });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('claimed', { name }) });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
