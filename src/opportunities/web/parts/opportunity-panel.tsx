import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { Ellipsis, Trophy } from 'lucide-react';
import { useState } from 'react';
import { RecordTimeline } from '#activities/web/public.tsx';
import { useWhy } from '#identity/web/public.tsx';
import type { Output } from '#kernel/contract.ts';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { panelsOf } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getOpportunity, updateOpportunity } from '../../contract.ts';
import { opportunityObject } from '../../fields.ts';
import { AssignOpportunityDialog } from './assign-opportunity-dialog.tsx';
import { InvalidateDialog, LoseDialog, ReopenDialog, WinDialog } from './ending-dialogs.tsx';
import { words } from './opportunity-words.ts';
import { StageBar } from './stage-bar.tsx';
import { StageHistory } from './stage-history.tsx';
import { useMove } from './use-move.tsx';

interface OpportunityPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
  readonly whole?: boolean;
}

type Answer = Output<typeof getOpportunity>;
type Asking = 'edit' | 'assign' | 'win' | 'lose' | 'invalidate' | 'reopen';

const summary = [
  'amount',
  'winRate',
  'weighted',
  'expectedCloseOn',
  'contactId',
  'nextContactAt',
  'competitor',
  'lostReason',
];

const always = ['amount', 'expectedCloseOn', 'nextContactAt'];

/** A deal beside its board or list: stage, what it is worth, what can be done now, what happened. */
export function OpportunityPanel({ id, place, whole }: OpportunityPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getOpportunity, { id }, { keep: true });
  return (
    <RecordPanel
      {...place}
      alone={whole}
      pageHref={whole ? undefined : `/opportunities/${id}`}
      label={data ? String(data.opportunity.name) : w('title')}
    >
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <>
          <Head answer={data} />
          <Tabs key={id} answer={data} />
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}

function Head({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { opportunity, names, may, stages } = answer;
  const deal = { id: opportunity.id, version: opportunity.version, name: String(opportunity.name) } as Deal;
  const { move, dialog } = useMove();
  const text = (key: string) => (typeof opportunity[key] === 'string' ? String(opportunity[key]) : '');
  const ownerId = text('ownerId');
  const accountId = text('accountId');
  const stage = text('stage');
  return (
    <>
      <RecordHead
        name={deal.name}
        owner={ownerId ? { id: ownerId, name: names[ownerId] ?? '' } : undefined}
        line={names[accountId]}
        actions={
          <>
            {may.move ? (
              <Button type="primary" icon={<Trophy size={14} />} onClick={() => setAsking('win')}>
                {w('win')}
              </Button>
            ) : null}
            {may.move ? <Button onClick={() => setAsking('lose')}>{w('lose')}</Button> : null}
            {may.reopen ? <Button onClick={() => setAsking('reopen')}>{w('reopen')}</Button> : null}
            <Button onClick={() => void navigate({ to: `/accounts/${accountId}` })}>
              {w('openAccount')}
            </Button>
          </>
        }
        more={<More id={deal.id} may={may} onAsk={setAsking} />}
        notice={
          <StageBar
            stages={stages}
            current={stage}
            mayMove={may.move}
            onMove={(to) => void move(deal, stage, to, stages)}
          />
        }
      >
        <RecordFacts
          definition={opportunityObject}
          row={opportunity}
          names={names}
          keys={summary.filter((key) => (opportunity[key] ?? null) !== null || always.includes(key))}
        />
      </RecordHead>
      {dialog}
      {asking ? (
        <AskedDialog asking={asking} deal={deal} answer={answer} onClose={() => setAsking(null)} />
      ) : null}
    </>
  );
}

interface Deal {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

interface MoreProps {
  readonly id: string;
  readonly may: Answer['may'];
  readonly onAsk: (asking: Asking) => void;
}

function More({ id, may, onAsk }: MoreProps) {
  const w = words.use();
  const why = useWhy(opportunityObject, id);
  const items = [
    ...(may.edit ? [{ key: 'edit', label: w('edit'), onClick: () => onAsk('edit') }] : []),
    ...(may.assign ? [{ key: 'assign', label: w('assign'), onClick: () => onAsk('assign') }] : []),
    ...(may.move
      ? [{ key: 'invalidate', label: w('invalidate'), danger: true, onClick: () => onAsk('invalidate') }]
      : []),
    why.item,
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Ellipsis size={14} />} aria-label="…" />
      </Dropdown>
      {why.dialog}
    </>
  );
}

interface AskedProps {
  readonly asking: Asking;
  readonly deal: Deal;
  readonly answer: Answer;
  readonly onClose: () => void;
}

function AskedDialog({ asking, deal, answer, onClose }: AskedProps) {
  const w = words.use();
  switch (asking) {
    case 'win':
      return <WinDialog deal={deal} onClose={onClose} />;
    case 'lose':
      return <LoseDialog deal={deal} onClose={onClose} />;
    case 'invalidate':
      return <InvalidateDialog deal={deal} onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog deal={deal} onClose={onClose} />;
    case 'assign':
      return <AssignOpportunityDialog ids={[deal.id]} onClose={onClose} onDone={onClose} />;
    case 'edit':
      return (
        <EditRecordDialog
          definition={opportunityObject}
          update={updateOpportunity}
          row={answer.opportunity}
          title={w('edit')}
          onClose={onClose}
        />
      );
  }
}

function Tabs({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const [tab, setTab] = useState('timeline');
  const { opportunity, names } = answer;
  const id = String(opportunity.id);
  const panels = [...panelsOf('opportunities', 'side'), ...panelsOf('opportunities', 'tab')].filter((panel) =>
    may(panel.permission),
  );
  const Part = panels.find((panel) => panel.key === tab)?.Part;
  return (
    <PanelTabs
      tabs={[
        { key: 'timeline', label: w('timeline') },
        ...panels.map(({ key, label }) => ({ key, label: label[locale] })),
        { key: 'history', label: w('history') },
        { key: 'facts', label: w('facts') },
      ]}
      current={tab}
      onChange={setTab}
    >
      {Part ? (
        <Part recordId={id} record={opportunity} />
      ) : tab === 'timeline' ? (
        <RecordTimeline object="opportunities" recordId={id} />
      ) : tab === 'history' ? (
        <StageHistory answer={answer} />
      ) : (
        <RecordFacts definition={opportunityObject} row={opportunity} names={names} />
      )}
    </PanelTabs>
  );
}
