import { useState } from 'react';
import { useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Meter } from '#ui/meter.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { explainCap, listHoldings } from '../../contract/caps.ts';
import { words } from './lead-words.ts';

/** Who holds how much of what he may, who is over, and by which rule. */
export function HoldingsTable() {
  const w = words.use();
  const { data } = useRead(listHoldings, {});
  const [asked, setAsked] = useState<string | null>(null);
  if (!data) return <SkeletonLines rows={6} />;
  return (
    <>
      <PlainTable
        label={w('whoHolds')}
        rows={data.items}
        rowKey={(row) => row.userId}
        onOpen={(row) => setAsked(row.userId)}
        columns={[
          { key: 'name', label: w('person'), render: (row) => row.name },
          { key: 'team', label: w('teamName'), render: (row) => row.team },
          {
            key: 'held',
            label: w('heldOfCap'),
            render: ({ held, cap }) => (
              <Meter share={cap === 0 ? 1 : held / cap} tone={held >= cap ? 'bad' : 'neutral'}>
                {held} / {cap}
              </Meter>
            ),
          },
          {
            key: 'over',
            label: w('over'),
            render: ({ over }) =>
              over > 0 ? <StatusDot tone="bad">{w('overBy', { n: over })}</StatusDot> : null,
          },
          {
            key: 'rule',
            label: w('ruleApplied'),
            render: ({ rule }) => rule?.label ?? w('standardRule'),
          },
        ]}
      />
      {asked ? <Explained userId={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** 怎么算的: the rules that touch a person, the one that counts, and the very leads counted. */
function Explained({ userId, onClose }: { readonly userId: string; readonly onClose: () => void }) {
  const w = words.use();
  const { data } = useRead(explainCap, { userId });
  if (!data) return null;
  const kinds = { user: w('kindUser'), role: w('kindRole'), team: w('kindTeam') };
  const rules = [
    ...data.rules.map((rule) => ({ ...rule, name: `${rule.label} · ${kinds[rule.kind]}` })),
    { id: 'standard', cap: data.standard, name: w('standardRule') },
  ];
  const applied = data.rule?.id ?? 'standard';
  return (
    <Dialog open padded size="form" title={w('explainTitle', { name: data.name })} onClose={onClose}>
      <p>
        {w('heldOfCap')} {data.held} / {data.cap} {data.over > 0 ? w('overBy', { n: data.over }) : ''}
      </p>
      <p>{w('explainCounts', data.counts)}</p>
      <PlainTable
        label={w('capRules')}
        flush
        rows={rules}
        rowKey={(row) => row.id}
        selectedKey={applied}
        columns={[
          { key: 'name', label: w('capFor'), render: (row) => row.name },
          { key: 'cap', label: w('cap'), right: true, render: (row) => row.cap },
          {
            key: 'applied',
            label: w('ruleApplied'),
            render: (row) =>
              row.id === applied ? <StatusDot tone="ok">{w('ruleApplied')}</StatusDot> : null,
          },
        ]}
      />
      <h3>{w('explainCounted', { n: data.counted.length })}</h3>
      <ul>
        {data.counted.map(({ id, company }) => (
          <li key={id}>
            <UiLink href={`/leads/${id}`}>{company}</UiLink>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
