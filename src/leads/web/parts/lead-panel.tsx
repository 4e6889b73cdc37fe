import { useState } from 'react';
import { RecordTimeline } from '#activities/web/public.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { panelsOf } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { LeadHead } from './lead-head.tsx';
import { words } from './lead-words.ts';
import { PlacesTab } from './places-tab.tsx';
import { PoolNotice } from './pool-notice.tsx';

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
  const locale = localePreference.use();
  const may = useMay();
  const panels = (where: 'side' | 'tab') => panelsOf('leads', where).filter((panel) => may(panel.permission));
  const tabs = [
    { key: 'timeline', label: w('timeline') },
    ...panels('tab').map(({ key, label }) => ({ key, label: label[locale] })),
    { key: 'facts', label: w('facts') },
    { key: 'places', label: w('places') },
  ];
  const Tab = panels('tab').find(({ key }) => key === tab)?.Part;
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
          <LeadHead
            {...{ id, lead, names: data.names, can: data.may }}
            onGone={place.onNext ?? place.onPrevious ?? place.onClose}
          />
          <PoolNotice id={id} views={data.views} />
          {typeof lead.nurtureDays === 'number' ? (
            <Notice tone="neutral" flush>
              {w('nurturing', { n: lead.nurtureDays })}
            </Notice>
          ) : null}
          {panels('side').map(({ key, Part }) => (
            <Part key={key} recordId={id} record={lead} />
          ))}
          <PanelTabs tabs={tabs} current={tab} onChange={setTab}>
            {Tab ? (
              <Tab recordId={id} record={lead} />
            ) : tab === 'timeline' ? (
              <RecordTimeline object="leads" recordId={id} />
            ) : tab === 'places' ? (
              <PlacesTab id={id} />
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
