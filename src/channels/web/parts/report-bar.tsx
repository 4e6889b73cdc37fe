import { Select } from 'antd';
import { channelChoices } from '#accounts/model.ts';
import { Segments } from '#ui/segments.tsx';
import { attributions, bases, groupings, reportPeriods } from '../../model.ts';
import { words } from './channel-words.ts';
import { useChannelName, useReportLook } from './report-looking.ts';

/** What the report looks at: rows, period, attribution, and which date money counts by. */
export function ReportBar() {
  const w = words.use();
  const nameOf = useChannelName();
  const { look, set } = useReportLook();
  return (
    <>
      <Segments
        label={w('by')}
        look="track"
        value={look.by}
        onChange={(by) => set({ by: by === 'channel' ? undefined : by, channel: undefined })}
        choices={groupings.map((key) => ({ key, label: w(key) }))}
      />
      {look.by === 'campaign' ? (
        <Select
          aria-label={w('channel')}
          value={look.channel ?? ''}
          popupMatchSelectWidth={false}
          onChange={(next: string) => set({ channel: next || undefined })}
          options={[
            { value: '', label: w('allChannels') },
            ...channelChoices.map(({ key }) => ({ value: key, label: nameOf(key) })),
          ]}
        />
      ) : null}
      <Select
        aria-label={w('attribution')}
        value={look.attribution}
        popupMatchSelectWidth={false}
        onChange={(next: string) => set({ attribution: next === 'first' ? undefined : next })}
        options={attributions.map((value) => ({ value, label: w(value) }))}
      />
      <Select
        aria-label={w('basis')}
        value={look.basis}
        popupMatchSelectWidth={false}
        onChange={(next: string) => set({ basis: next === 'period' ? undefined : next })}
        options={bases.map((value) => ({
          value,
          label: w(value === 'cohort' ? 'basisCohort' : 'basisPeriod'),
        }))}
      />
      <Segments
        label={w('period')}
        look="track"
        value={look.period}
        onChange={(next) => set({ period: next === 'year' ? undefined : next })}
        choices={reportPeriods.map((key) => ({ key, label: w(key) }))}
      />
    </>
  );
}
