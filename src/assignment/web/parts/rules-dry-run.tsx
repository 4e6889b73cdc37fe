import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { DryRunHead, DryRunTables } from '#ui/rule-editor.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { simulateRules } from '../../contract.ts';
import { words } from './assignment-words.ts';
import { type SentRules, useSettled } from './drafts.ts';

type Simulated = Output<typeof simulateRules>;
const periods = [7, 30, 90, 365] as const;

/** How the leads of a past period would have been dealt, beside how the present rules deal them. */
export function RulesDryRun({ rules }: { readonly rules: SentRules | null }) {
  const w = words.use();
  const { zone } = useSession().org;
  const [days, setDays] = useState<number>(30);
  const settled = useSettled(rules);
  const to = dayOf(new Date(), zone);
  const input = { from: addDays(to, 1 - days), to, rules: settled ?? [] };
  const { data, error, refetch } = useRead(simulateRules, input, { enabled: settled !== null, keep: true });
  const tag = (
    <>
      <Tag tone="accent">{w('dryRun')}</Tag> <span className="yd-text2">{w('dryRunHint')}</span>{' '}
      <Select
        size="small"
        aria-label={w('lead')}
        value={days}
        options={periods.map((value) => ({ value, label: w('lastDays', { n: value }) }))}
        onChange={setDays}
      />
    </>
  );
  if (error)
    return (
      <ErrorState what={w('dryRun')} requestId={error.requestId} onRetry={() => void refetch()}>
        {error.errors[0]?.message ?? error.message}
      </ErrorState>
    );
  if (!data)
    return (
      <>
        <DryRunHead tag={tag} sentence={rules === null ? w('unfinished') : w('dryRunWait')} />
        {rules === null ? null : <SkeletonLines rows={6} />}
      </>
    );
  return (
    <>
      <DryRunHead tag={tag} sentence={rules === null ? w('unfinished') : headline(w, data)}>
        {data.sampled
          ? w('sampled', { n: numberText(data.leads), examined: numberText(data.examined) })
          : w('examined', { n: numberText(data.examined), s: (data.ms / 1000).toFixed(1) })}
        {localePreference.get() === 'zh' ? '。' : '. '}
        {w('assumed')}
      </DryRunHead>
      <DryRunTables sums={<Sides data={data} />} rows={<Samples data={data} />} />
    </>
  );
}

function headline(w: ReturnType<typeof words.use>, { changed }: Simulated): string {
  return changed === 0 ? w('changesNone') : w('changes', { n: numberText(changed), count: changed });
}

function Sides({ data }: { readonly data: Simulated }) {
  const w = words.use();
  const sum = (side: 'today' | 'draft') =>
    numberText(data.sides.reduce((total, one) => total + one[side], 0));
  return (
    <Section title={w('byPerson')}>
      <PlainTable
        flush
        label={w('byPerson')}
        rows={data.sides}
        rowKey={({ key }) => key}
        columns={[
          { key: 'who', label: w('who'), render: (row) => row.name },
          {
            key: 'today',
            label: w('nowRules'),
            right: true,
            render: (row) => numberText(row.today),
            total: sum('today'),
          },
          {
            key: 'draft',
            label: w('draftRules'),
            right: true,
            render: (row) => numberText(row.draft),
            total: sum('draft'),
          },
          {
            key: 'difference',
            label: w('difference'),
            right: true,
            render: ({ today, draft }) => signed(draft - today),
          },
        ]}
      />
    </Section>
  );
}

function signed(difference: number): string {
  if (difference === 0) return '—';
  return difference > 0 ? `+${numberText(difference)}` : `−${numberText(-difference)}`;
}

function Samples({ data }: { readonly data: Simulated }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  if (data.sample.length === 0) return <Section title={w('samples')}>{w('noSamples')}</Section>;
  return (
    <Section title={w('samples')}>
      <PlainTable
        flush
        label={w('samples')}
        rows={data.sample}
        rowKey={({ leadId }) => leadId}
        onOpen={({ leadId }) => void navigate({ to: `/leads/${leadId}` })}
        columns={[
          { key: 'lead', label: w('lead'), render: ({ company }) => company },
          { key: 'today', label: w('nowRules'), render: ({ today }) => today.to },
          { key: 'draft', label: w('draftRules'), render: ({ draft }) => draft.to },
          {
            key: 'why',
            label: w('why'),
            render: ({ draft }) => <span className="yd-text2">{draft.why[locale]}</span>,
          },
        ]}
      />
    </Section>
  );
}
