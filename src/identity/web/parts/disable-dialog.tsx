import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { disableUser } from '../../contract/users.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';

interface DisableDialogProps {
  readonly user: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
}

/** A leaver goes only together with the name of who takes over. */
export function DisableDialog({ user, onClose }: DisableDialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const disable = useAct(disableUser, { quiet: true });
  const name = String(user.name);
  return (
    <Dialog open title={w('disableTitle', { name })} onClose={onClose}>
      <Form
        fields={[
          { key: 'successorId', kind: 'user', label: w('successor'), required: true, hint: w('disableHint') },
        ]}
        submitLabel={w('disablePerson')}
        danger
        onCancel={onClose}
        onSubmit={async ({ successorId }) => {
          const answer = await disable({
            id: String(user.id),
            version: Number(user.version),
            successorId: String(successorId),
          });
          if (isProblem(answer)) return formProblems(answer);
          toasts.show({ text: w('disabledDone', { name }) });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
