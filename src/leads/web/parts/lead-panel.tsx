import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { ArrowLeftRight, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { RecordTimeline } from '#activities/web/public.tsx';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import type { PanelPlace } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { getLead, updateLead } from '../../contract.ts';
import { leadObject, statusChoices } from '../../fields.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ClaimButton } from './claim-button.tsx';
import { ConvertDialog } from './convert-dialog.tsx';
import { InvalidateDialog } from './invalidate-dialog.tsx';
import { words } from './lead-words.ts';
import { ReleaseDialog } from './release-dialog.tsx';

interface LeadPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
  readonly whole?: boolean;
}

type Asking = 'convert' | 'release' | 'assign' | 'invalidate' | 'edit' | null;
const summary = [
  'channel',
  'region',
  'industry',
  'registeredCapital',
  'staffCount',
  'expectedAmount',
  'nextContactAt',
];

/** A lead beside its list: what it is, what can be done now, what happened. */
export function LeadPanel({ id, place, whole }: LeadPanelProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { data, error, refetch } = useRead(getLead, { id }, { keep: true });
  const [tab, setTab] = useState('timeline');
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const lead = data?.lead;
  const can = data?.may;
  const status = statusChoices.find((choice) => choice.key === lead?.status);
  const text = (key: string) => (typeof lead?.[key] === 'string' ? String(lead[key]) : '');
  const ownerId = text('ownerId');
  const more = [
    ...(can?.edit ? [{ key: 'edit', label: w('edit'), onClick: () => setAsking('edit') }] : []),
    ...(can?.assign ? [{ key: 'assign', label: w('assign'), onClick: () => setAsking('assign') }] : []),
    ...(can?.release ? [{ key: 'release', label: w('release'), onClick: () => setAsking('release') }] : []),
    ...(can?.edit
      ? [{ key: 'invalidate', label: w('invalidate'), danger: true, onClick: () => setAsking('invalidate') }]
      : []),
  ];
  return (
    <RecordPanel {...place} pageHref={whole ? undefined : `/leads/${id}`} label={text('company')}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !lead ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <RecordHead
            name={text('company')}
            grade={text('class') || undefined}
            gradeSoft
            flags={
              status ? (
                <StatusDot tone={'tone' in status ? status.tone : 'neutral'}>
                  {status.label[locale]}
                </StatusDot>
              ) : null
            }
            owner={ownerId ? { id: ownerId, name: data.names[ownerId] ?? '' } : undefined}
            line={[text('contactName'), text('title'), text('phone')].filter(Boolean).join(' · ')}
            actions={
              <>
                {can?.claim ? <ClaimButton id={id} name={text('company')} primary /> : null}
                {can?.convert ? (
                  <Button
                    type="primary"
                    icon={<ArrowLeftRight size={14} />}
                    onClick={() => setAsking('convert')}
                  >
                    {w('convert')}
                  </Button>
                ) : null}
                {text('accountId') ? (
                  <Button onClick={() => void navigate({ to: `/accounts/${text('accountId')}` })}>
                    {w('openAccount')}
                  </Button>
                ) : null}
              </>
            }
            more={
              more.length > 0 ? (
                <Dropdown menu={{ items: more }} trigger={['click']}>
                  <Button icon={<Ellipsis size={14} />} aria-label="…" />
                </Dropdown>
              ) : null
            }
          >
            <RecordFacts definition={leadObject} row={lead} names={data.names} keys={summary} />
          </RecordHead>
          <PanelTabs
            tabs={[
              { key: 'timeline', label: w('timeline') },
              { key: 'facts', label: w('facts') },
            ]}
            current={tab}
            onChange={setTab}
          >
            {tab === 'timeline' ? (
              <RecordTimeline object="leads" recordId={id} />
            ) : (
              <RecordFacts definition={leadObject} row={lead} names={data.names} padded />
            )}
          </PanelTabs>
          {asking === 'convert' ? (
            <ConvertDialog
              id={id}
              company={text('company')}
              amount={text('expectedAmount')}
              onClose={close}
            />
          ) : null}
          {asking === 'release' ? <ReleaseDialog ids={[id]} onClose={close} onDone={close} /> : null}
          {asking === 'assign' ? <AssignDialog ids={[id]} onClose={close} onDone={close} /> : null}
          {asking === 'invalidate' ? <InvalidateDialog id={id} onClose={close} /> : null}
          {asking === 'edit' ? (
            <EditRecordDialog
              definition={leadObject}
              update={updateLead}
              row={lead}
              title={w('edit')}
              onClose={close}
            />
          ) : null}
        </>
      )}
    </RecordPanel>
  );
}
