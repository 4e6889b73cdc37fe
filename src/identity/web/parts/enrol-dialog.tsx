import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { confirmSecondStep, enrolSecondStep } from '../../contract/account.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Scan, type the first code, keep the recovery codes. */
export function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const enrol = useAct(enrolSecondStep, { quiet: true });
  const confirm = useAct(confirmSecondStep, { quiet: true });
  const [secret, setSecret] = useState<{ secret: string; uri: string }>();
  const [refused, setRefused] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  // Once per opening: every call makes another secret and the picture must be of the last one.
  useEffect(() => {
    let gone = false;
    void enrol({}).then((answer) => {
      if (gone) return;
      if (isProblem(answer)) setRefused(answer.message);
      else setSecret(answer);
    });
    return () => {
      gone = true;
    };
  }, [enrol]);
  if (codes)
    return (
      <Dialog
        open
        padded
        title={w('recoveryTitle')}
        onClose={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {w('done')}
          </Button>
        }
      >
        <RecoveryCodes codes={codes} />
      </Dialog>
    );
  return (
    <Dialog open title={w('scanTitle')} onClose={onClose}>
      {refused ? <Notice tone="bad">{refused}</Notice> : null}
      {secret ? (
        <>
          <ScanCode
            value={secret.uri}
            hint={w('scanHint')}
            secretLabel={w('secretIs')}
            secret={secret.secret}
          />
          <Form
            fields={[
              {
                key: 'code',
                kind: 'text',
                label: w('sixDigits'),
                required: true,
                maxLength: 7,
                autoComplete: 'one-time-code',
              },
            ]}
            submitLabel={w('confirm')}
            onCancel={onClose}
            onSubmit={async ({ code }) => {
              const answer = await confirm({ code: String(code).replace(/\s/g, '') });
              if (isProblem(answer)) return formProblems(answer);
              setCodes(answer.recoveryCodes);
              return undefined;
            }}
          />
        </>
      ) : refused ? null : (
        <SkeletonLines rows={6} />
      )}
    </Dialog>
  );
}
