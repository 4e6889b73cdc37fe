import { useState } from 'react';
import { RecordTimeline } from '#activities/web/public.tsx';
import { ApprovalProgress } from '#approvals/web/public.tsx';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { getContract } from '../../contract.ts';
import { contractObject, contractStatusChoices } from '../../fields.ts';
import { ContractMenu, ContractVerbs } from './contract-actions.tsx';
import { ContractPanels } from './contract-panels.tsx';
import { ContractTables } from './contract-tables.tsx';
import { words } from './contract-words.ts';

interface ContractPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

const summary = ['signedOn', 'startsOn', 'endsOn', 'opportunityId', 'note'];

/** A contract: amount, lines, plan, who approved it, what is owed on it, what happened. */
export function ContractPanel({ id, place }: ContractPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getContract, { id }, { keep: true });
  const [tab, setTab] = useState('timeline');
  return (
    <RecordPanel {...place} pageHref={`/contracts/${id}`} label={String(data?.contract.name ?? w('title'))}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <Head answer={data} onGone={place.onClose} />
          <div className="yd-panel-pad">
            <ApprovalProgress object="contracts" recordId={id} />
            <ContractPanels contract={data.contract} />
            <ContractTables answer={data} />
          </div>
          <PanelTabs
            tabs={[
              { key: 'timeline', label: w('timeline') },
              { key: 'facts', label: w('facts') },
            ]}
            current={tab}
            onChange={setTab}
          >
            {tab === 'timeline' ? (
              <RecordTimeline object="contracts" recordId={id} />
            ) : (
              <RecordFacts definition={contractObject} row={data.contract} names={data.names} padded />
            )}
          </PanelTabs>
        </>
      )}
    </RecordPanel>
  );
}

type Answer = Output<typeof getContract>;

function Head({ answer, onGone }: { readonly answer: Answer; readonly onGone: () => void }) {
  const w = words.use();
  const locale = localePreference.use();
  const { contract, names } = answer;
  const status = contractStatusChoices.find((choice) => choice.key === contract.status);
  const ownerId = String(contract.ownerId ?? '');
  const accountId = String(contract.accountId ?? '');
  return (
    <RecordHead
      name={String(contract.name)}
      flags={
        status ? (
          <StatusDot tone={'tone' in status ? status.tone : 'neutral'}>{status.label[locale]}</StatusDot>
        ) : null
      }
      owner={ownerId ? { id: ownerId, name: names[ownerId] ?? '' } : undefined}
      line={
        <>
          <BigAmount amount={String(contract.amount)} currency={String(contract.currency ?? 'CNY')} />
          {String(contract.number ?? w('noNumber'))} ·{' '}
          <UiLink href={`/accounts/${accountId}`}>{names[accountId] ?? ''}</UiLink>
        </>
      }
      actions={<ContractVerbs answer={answer} />}
      more={<ContractMenu answer={answer} onGone={onGone} />}
    >
      <RecordFacts definition={contractObject} row={contract} names={names} keys={summary} />
    </RecordHead>
  );
}
