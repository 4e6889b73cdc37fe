import { useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { confirmSecondStep } from '../../contract/account.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import { RecoveryDialog } from './recovery-dialog.tsx';
import { useCodeSecret } from './use-code-secret.ts';

/** Scan, type the first code, keep the recovery codes. */
export function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const { secret, refused } = useCodeSecret();
  const confirm = useAct(confirmSecondStep, { quiet: true });
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryDialog codes={codes} onClose={onClose} />;
  const code: FieldSpec = {
    key: 'code',
    kind: 'text',
    label: w('sixDigits'),
    required: true,
    maxLength: 7,
    autoComplete: 'one-time-code',
  };
  return (
    <Dialog open title={w('scanTitle')} onClose={onClose}>
      {refused ? <Notice tone="bad">{refused}</Notice> : null}
      {!secret && !refused ? <SkeletonLines rows={6} /> : null}
      {secret ? (
        <>
          <ScanCode
            value={secret.uri}
            hint={w('scanHint')}
            secretLabel={w('secretIs')}
            secret={secret.secret}
          />
          <Form
            fields={[code]}
            submitLabel={w('confirm')}
            onCancel={onClose}
            onSubmit={async (values) => {
              const answer = await confirm({ code: String(values.code).replace(/\s/g, '') });
              if (isProblem(answer)) return formProblems(answer);
              setCodes(answer.recoveryCodes);
              return undefined;
            }}
          />
        </>
      ) : null}
    </Dialog>
  );
}
