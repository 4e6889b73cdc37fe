import { useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { disableSecondStep, renewRecoveryCodes } from '../../contract/account.ts';
import { passwordField } from './credential-fields.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import { RecoveryDialog } from './recovery-dialog.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

export function TurnOffDialog({ onClose }: DialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const disable = useAct(disableSecondStep, { quiet: true });
  return (
    <Dialog open title={w('turnOff')} onClose={onClose}>
      <Form
        fields={[{ ...passwordField(w), hint: w('turnOffHint') }]}
        submitLabel={w('turnOff')}
        danger
        onCancel={onClose}
        onSubmit={async ({ password }) => {
          const answer = await disable({ password: String(password) });
          if (isProblem(answer)) return formProblems(answer);
          toasts.show({ text: w('turnedOff') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

export function RenewCodesDialog({ onClose }: DialogProps) {
  const w = words.use();
  const renew = useAct(renewRecoveryCodes, { quiet: true });
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryDialog codes={codes} onClose={onClose} />;
  return (
    <Dialog open title={w('renewCodes')} onClose={onClose}>
      <Form
        fields={[{ ...passwordField(w), hint: w('renewHint') }]}
        submitLabel={w('renewCodes')}
        onCancel={onClose}
        onSubmit={async ({ password }) => {
          const answer = await renew({ password: String(password) });
          if (isProblem(answer)) return formProblems(answer);
          setCodes(answer.recoveryCodes);
          return undefined;
        }}
      />
    </Dialog>
  );
}
