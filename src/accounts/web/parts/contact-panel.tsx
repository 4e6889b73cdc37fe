import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { PencilLine, Phone } from 'lucide-react';
import { useState } from 'react';
import { displayPhone, telLink } from '#kernel/values/phone-text.ts';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getContact, updateContact } from '../../contract.ts';
import { contactObject } from '../../fields.ts';
import { words } from './account-words.ts';
import { RecordTabs } from './record-tabs.tsx';

interface ContactPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
  readonly whole?: boolean;
}

const summary = ['accountId', 'role', 'email', 'birthday'];

/** A person at a customer: how to reach him, and what was said. */
export function ContactPanel({ id, place, whole }: ContactPanelProps) {
  const w = words.use();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useRead(getContact, { id }, { keep: true });
  const contact = data?.contact;
  const text = (key: string) => (typeof contact?.[key] === 'string' ? String(contact[key]) : '');
  const phone = text('phone');
  return (
    <RecordPanel
      {...place}
      alone={whole}
      pageHref={whole ? undefined : `/contacts/${id}`}
      label={text('name')}
    >
      {error ? (
        <ErrorState what={w('contacts')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !contact ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <RecordHead
            name={text('name')}
            line={[text('title'), displayPhone(phone)].filter(Boolean).join(' · ')}
            actions={
              <>
                <CallButton phone={phone} />
                <Button onClick={() => void navigate({ to: `/accounts/${text('accountId')}` })}>
                  {w('openPage')}
                </Button>
                {data.may.edit ? (
                  <Button icon={<PencilLine size={14} />} onClick={() => setEditing(true)}>
                    {w('edit')}
                  </Button>
                ) : null}
              </>
            }
          >
            <RecordFacts definition={contactObject} row={contact} names={data.names} keys={summary} />
          </RecordHead>
          <RecordTabs definition={contactObject} record={contact} names={data.names} facts />
          {editing ? (
            <EditRecordDialog
              definition={contactObject}
              update={updateContact}
              row={contact}
              title={w('edit')}
              onClose={() => setEditing(false)}
            />
          ) : null}
        </>
      )}
    </RecordPanel>
  );
}

/** A number is only called when it may be read. */
function CallButton({ phone }: { readonly phone: string }) {
  const w = words.use();
  const href = telLink(phone);
  if (!href) return null;
  return (
    <Button type="primary" icon={<Phone size={14} />} href={href}>
      {w('call')}
    </Button>
  );
}
