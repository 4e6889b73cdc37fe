import { useState } from 'react';
import { RecordTimeline } from '#activities/web/public.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { LeadHead } from './lead-head.tsx';
import { words } from './lead-words.ts';

interface LeadPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
  readonly whole?: boolean;
}

/** A lead beside its list: what it is, what can be done now, what happened. */
export function LeadPanel({ id, place, whole }: LeadPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getLead, { id }, { keep: true });
  const [tab, setTab] = useState('timeline');
  const lead = data?.lead;
  const tabs = [
    { key: 'timeline', label: w('timeline') },
    { key: 'facts', label: w('facts') },
  ];
  return (
    <RecordPanel
      {...place}
      alone={whole}
      pageHref={whole ? undefined : `/leads/${id}`}
      label={String(lead?.company ?? '')}
    >
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data && lead ? (
        <>
          <LeadHead id={id} lead={lead} names={data.names} can={data.may} />
          <PanelTabs tabs={tabs} current={tab} onChange={setTab}>
            {tab === 'timeline' ? (
              <RecordTimeline object="leads" recordId={id} />
            ) : (
              <RecordFacts definition={leadObject} row={lead} names={data.names} padded />
            )}
          </PanelTabs>
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}
