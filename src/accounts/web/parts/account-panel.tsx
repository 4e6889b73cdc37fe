import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Phone } from 'lucide-react';
import { displayPhone, telLink } from '#kernel/values/phone-text.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getAccount } from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { AccountMenu } from './account-menu.tsx';
import { words } from './account-words.ts';
import { ContactLines } from './contact-lines.tsx';
import { RecordTabs } from './record-tabs.tsx';

const summary = ['industry', 'region', 'channel', 'lastActivityAt', 'nextContactAt'];

/** A customer beside the list: what it is, who is there, what happened. */
export function AccountPanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const navigate = useNavigate();
  const { data, error, refetch } = useRead(getAccount, { id }, { keep: true });
  const account = data?.account;
  const text = (key: string) => (typeof account?.[key] === 'string' ? String(account[key]) : '');
  const phone = text('phone');
  const ownerId = text('ownerId');
  return (
    <RecordPanel {...place} pageHref={`/accounts/${id}`} label={text('name')}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !account ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <RecordHead
            name={text('name')}
            grade={text('grade') || undefined}
            owner={ownerId ? { id: ownerId, name: data.names[ownerId] ?? '' } : undefined}
            line={phone ? displayPhone(phone) : undefined}
            actions={
              <>
                <Button type="primary" onClick={() => void navigate({ to: `/accounts/${id}` })}>
                  {w('openPage')}
                </Button>
                {telLink(phone) ? (
                  <Button icon={<Phone size={14} />} href={telLink(phone)}>
                    {w('call')}
                  </Button>
                ) : null}
              </>
            }
            more={<AccountMenu account={account} may={data.may} onGone={place.onClose} />}
          >
            <RecordFacts definition={accountObject} row={account} names={data.names} keys={summary} />
          </RecordHead>
          <Section title={w('contacts')} note={String(data.contacts.length)}>
            <ContactLines contacts={data.contacts} />
          </Section>
          <RecordTabs definition={accountObject} record={account} names={data.names} facts />
        </>
      )}
    </RecordPanel>
  );
}
