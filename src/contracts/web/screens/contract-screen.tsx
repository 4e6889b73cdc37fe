import { useNavigate, useParams } from '@tanstack/react-router';
import { RecordTimeline } from '#activities/web/public.tsx';
import { ApprovalProgress } from '#approvals/web/public.tsx';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordColumns } from '#ui/record-columns.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { getContract } from '../../contract.ts';
import { contractObject, contractStatusChoices } from '../../fields.ts';
import { ContractMenu, ContractVerbs } from '../parts/contract-actions.tsx';
import { ContractPanels } from '../parts/contract-panels.tsx';
import { ContractTables } from '../parts/contract-tables.tsx';
import { words } from '../parts/contract-words.ts';

type Answer = Output<typeof getContract>;

const facts = [
  ...['number', 'accountId', 'opportunityId', 'ownerId', 'signedOn', 'startsOn', 'endsOn', 'currency'],
  'note',
];

/** One contract on its own page: what it is, what it is made of, who approved it, what is owed. */
export function Screen() {
  const w = words.use();
  const locale = localePreference.use();
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const { data, error, refetch } = useRead(getContract, { id }, { keep: true });
  const crumbs = [{ label: w('title'), href: '/contracts' }];
  if (!data)
    return (
      <Page title={w('title')} crumbs={crumbs}>
        {error ? (
          <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
            {error.message}
          </ErrorState>
        ) : (
          <SkeletonLines rows={8} />
        )}
      </Page>
    );
  const status = contractStatusChoices.find((choice) => choice.key === data.contract.status);
  return (
    <Page
      title={String(data.contract.name)}
      crumbs={crumbs}
      scroll={false}
      flags={
        status ? (
          <StatusDot tone={'tone' in status ? status.tone : 'neutral'}>{status.label[locale]}</StatusDot>
        ) : undefined
      }
      actions={
        <>
          <ContractVerbs answer={data} />
          <ContractMenu answer={data} onGone={() => void navigate({ to: '/contracts' })} />
        </>
      }
    >
      <Columns answer={data} />
    </Page>
  );
}

function Columns({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const { contract, names } = answer;
  const id = String(contract.id);
  return (
    <RecordColumns
      names={{ left: w('facts'), middle: w('lines'), right: w('progress') }}
      left={
        <Section title={w('amount')}>
          <BigAmount amount={String(contract.amount)} currency={String(contract.currency ?? 'CNY')} />
          <RecordFacts definition={contractObject} row={contract} names={names} keys={facts} />
        </Section>
      }
      middle={
        <div className="yd-panel-pad">
          <ContractTables answer={answer} />
          <Section title={w('timeline')}>
            <RecordTimeline object="contracts" recordId={id} />
          </Section>
        </div>
      }
      right={
        <>
          <ApprovalProgress object="contracts" recordId={id} />
          <ContractPanels contract={contract} />
        </>
      }
    />
  );
}
