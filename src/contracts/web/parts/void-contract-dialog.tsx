import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { voidContract } from '../../contract.ts';
import { words } from './contract-words.ts';

/** Voids a draft; the reason stays on its timeline. */
export function VoidContractDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const act = useAct(voidContract, { quiet: true });
  return (
    <Dialog open title={w('void')} onClose={onClose}>
      <Form
        danger
        fields={[{ key: 'reason', kind: 'longText', label: w('voidReason'), required: true, maxLength: 500 }]}
        submitLabel={w('void')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const answer = await act({ id, reason: String(reason) });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('voided') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
