import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { getReceivable } from '../../contract.ts';
import { receivableObject, timelinessChoices } from '../../fields.ts';
import { AllocationHistory } from './allocation-history.tsx';
import { words } from './cash-words.ts';

const summary = ['amount', 'allocated', 'dueOn', 'overdueDays', 'contractId'];

/** One line of what is owed: how much is open, since when, and what has paid for it. */
export function ReceivablePanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const locale = localePreference.use();
  const { data, error, refetch } = useRead(getReceivable, { id }, { keep: true });
  const row = data?.receivable;
  const timeliness = timelinessChoices.find((choice) => choice.key === row?.timeliness);
  const accountId = String(row?.accountId ?? '');
  const ownerId = String(row?.ownerId ?? '');
  const currency = String(row?.currency ?? 'CNY');
  return (
    <RecordPanel {...place} title={w('receivable')} label={String(row?.name ?? w('receivable'))}>
      {error ? (
        <ErrorState what={w('receivable')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !row ? (
        <SkeletonLines rows={6} />
      ) : (
        <>
          <RecordHead
            name={<UiLink href={`/accounts/${accountId}`}>{data.names[accountId] ?? ''}</UiLink>}
            flags={
              timeliness ? (
                <StatusDot tone={'tone' in timeliness ? timeliness.tone : 'neutral'}>
                  {timeliness.label[locale]}
                </StatusDot>
              ) : null
            }
            owner={ownerId ? { id: ownerId, name: data.names[ownerId] ?? '' } : undefined}
            line={
              <>
                <BigAmount amount={String(row.openAmount)} currency={currency} />
                {String(row.name)} · {String(row.contractNumber ?? '')}{' '}
                <UiLink href={`/contracts/${String(row.contractId)}`}>{w('openContract')}</UiLink>
              </>
            }
          >
            <RecordFacts definition={receivableObject} row={row} names={data.names} keys={summary} />
          </RecordHead>
          <div className="yd-panel-pad">
            <AllocationHistory allocations={data.allocations} currency={currency} by="receipt" />
          </div>
        </>
      )}
    </RecordPanel>
  );
}
