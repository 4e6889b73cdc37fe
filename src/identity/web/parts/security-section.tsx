import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Lines } from '#ui/lines.tsx';
import { Section } from '#ui/panel-section.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { me } from '../../contract/me.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { words } from './identity-words.ts';
import { PasswordForm } from './password-form.tsx';
import { RenewCodesDialog, TurnOffDialog } from './second-step-dialogs.tsx';

type Asking = 'password' | 'enrol' | 'off' | 'codes' | null;

/** Password and second step. */
export function SecuritySection() {
  const w = words.use();
  const toasts = useToasts();
  const { data } = useRead(me, {});
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const on = data?.secondStep ?? false;
  return (
    <Section title={w('security')}>
      <Lines
        lines={[
          {
            key: 'password',
            title: w('password'),
            under: w('changePasswordHint'),
            value: <Button onClick={() => setAsking('password')}>{w('changePassword')}</Button>,
          },
          {
            key: 'second',
            title: (
              <>
                {w('secondStep')} <Tag>{on ? w('secondStepOn') : w('secondStepOff')}</Tag>
              </>
            ),
            under: w('secondStepHint'),
            value: on ? (
              <>
                <Button onClick={() => setAsking('codes')}>{w('renewCodes')}</Button>{' '}
                <Button onClick={() => setAsking('off')}>{w('turnOff')}</Button>
              </>
            ) : (
              <Button onClick={() => setAsking('enrol')}>{w('turnOn')}</Button>
            ),
          },
        ]}
        ruled
      />
      {asking === 'password' ? (
        <Dialog open title={w('changePassword')} onClose={close}>
          <PasswordForm
            onCancel={close}
            onDone={() => {
              toasts.show({ text: w('passwordChanged') });
              close();
            }}
          />
        </Dialog>
      ) : null}
      {asking === 'enrol' ? <EnrolDialog onClose={close} /> : null}
      {asking === 'off' ? <TurnOffDialog onClose={close} /> : null}
      {asking === 'codes' ? <RenewCodesDialog onClose={close} /> : null}
    </Section>
  );
}
