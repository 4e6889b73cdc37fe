import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { DateText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { allocateReceipt, getReceipt, reverseReceipt, suggestAllocation } from '../../contract.ts';
import { receiptStatusChoices } from '../../fields.ts';
import { AllocationHistory } from './allocation-history.tsx';
import { AllocationLines, AllocationSums } from './allocation-lines.tsx';
import { words } from './cash-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { type Suggestion, useAllocation } from './use-allocation.ts';

type Answer = Output<typeof getReceipt>;

interface ReceiptPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

/** A receipt beside its list: what it is, why these lines are proposed, what is left. */
export function ReceiptPanel({ id, place }: ReceiptPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getReceipt, { id }, { keep: true });
  const suggestion = useRead(suggestAllocation, { id }, { enabled: data?.may.allocate === true });
  if (data?.may.allocate && suggestion.data)
    return (
      <Allocating
        key={`${id}/${String(data.receipt.version)}`}
        answer={data}
        suggestion={suggestion.data}
        place={place}
      />
    );
  return (
    <RecordPanel {...place} title={w('receipts')} label={String(data?.receipt.number ?? w('receipts'))}>
      {error ? (
        <ErrorState what={w('receipts')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <Head answer={data} onGone={place.onClose} />
          <div className="yd-panel-pad">
            <History answer={data} />
          </div>
        </>
      )}
    </RecordPanel>
  );
}

interface AllocatingProps {
  readonly answer: Answer;
  readonly suggestion: Suggestion;
  readonly place: PanelPlace;
}

function Allocating({ answer, suggestion, place }: AllocatingProps) {
  const w = words.use();
  const toasts = useToasts();
  const act = useAct(allocateReceipt);
  const [working, setWorking] = useState(false);
  const draft = useAllocation(suggestion);
  const { receipt } = answer;
  const currency = String(receipt.currency ?? 'CNY');
  const ready = draft.sent.length > 0 && !draft.tooMuch && !draft.lineTooMuch;
  async function allocate() {
    setWorking(true);
    const done = await act({ id: String(receipt.id), lines: draft.sent });
    setWorking(false);
    if (isProblem(done)) return;
    const [amount, rest] = [moneyText(done.allocated, currency), moneyText(done.remaining, currency)];
    toasts.show({ text: w('allocated', { amount, rest }) });
    place.onNext?.();
  }
  return (
    <RecordPanel
      {...place}
      title={w('allocateTitle')}
      label={String(receipt.number)}
      footer={
        <>
          <Button onClick={place.onClose}>{w('later')}</Button>
          <Button type="primary" disabled={!ready} loading={working} onClick={() => void allocate()}>
            {w(place.onNext ? 'allocateNext' : 'allocate')}
          </Button>
        </>
      }
    >
      <Head answer={answer} onGone={place.onClose} suggestion={suggestion} />
      <div className="yd-panel-pad">
        <AllocationLines suggestion={suggestion} draft={draft} currency={currency} />
        <AllocationSums
          {...{ suggestion, draft, currency, amount: String(receipt.amount) }}
          {...{ allocated: String(receipt.allocated), bankDate: String(receipt.bankDate) }}
        />
        <History answer={answer} />
      </div>
    </RecordPanel>
  );
}

interface HeadProps {
  readonly answer: Answer;
  readonly suggestion?: Suggestion;
  readonly onGone: () => void;
}

/** Why these lines are proposed, as a sentence. */
function Why({ suggestion: { reason, contractNumber } }: { readonly suggestion: Suggestion }) {
  const w = words.use();
  const number = contractNumber ?? '';
  switch (reason) {
    case 'contractNumber':
      return <>{w('byContractNumber', { number })}</>;
    case 'exactAmount':
      return <>{number ? w('byExactOfContract', { number }) : w('byExactAmount')}</>;
    case 'oldestDue':
      return <>{w('byOldestDue')}</>;
    case 'nothingOpen':
      return <>{w('byNothingOpen')}</>;
  }
}

function Head({ answer, suggestion, onGone }: HeadProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { receipt, names, may } = answer;
  const status = receiptStatusChoices.find((choice) => choice.key === receipt.status);
  const accountId = String(receipt.accountId);
  const text = (key: string) => (typeof receipt[key] === 'string' ? String(receipt[key]) : '');
  return (
    <RecordHead
      name={<UiLink href={`/accounts/${accountId}`}>{names[accountId] ?? text('payer')}</UiLink>}
      flags={<Tag tone="neutral">{status?.label[locale]}</Tag>}
      line={
        <>
          <BigAmount amount={text('amount')} currency={text('currency') || 'CNY'} />
          {text('number')} <DateText day={text('bankDate')} as="full" /> {text('bankAccount')}{' '}
          {text('reference') ? w('reference', { reference: text('reference') }) : ''}{' '}
          {text('memo') ? w('memo', { memo: text('memo') }) : ''}
          {suggestion?.payerDiffers ? (
            <>
              <br />
              {w('payerDiffers', { payer: text('payer') })}
            </>
          ) : null}
        </>
      }
      more={may.reverse ? <ReceiptMenu id={String(receipt.id)} onGone={onGone} /> : undefined}
      notice={
        suggestion ? (
          <Notice tone="accent">
            <Why suggestion={suggestion} />
          </Notice>
        ) : Number(receipt.remaining) === 0 && receipt.status === 'done' ? (
          <Notice tone="neutral">{w('nothingLeft')}</Notice>
        ) : undefined
      }
    />
  );
}

function History({ answer }: { readonly answer: Answer }) {
  return (
    <AllocationHistory
      allocations={answer.allocations}
      currency={String(answer.receipt.currency ?? 'CNY')}
      by="receivable"
      mayReverse={answer.may.reverseAllocation}
    />
  );
}

function ReceiptMenu({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const act = useAct(reverseReceipt, { quiet: true });
  const [asking, setAsking] = useState(false);
  const items = [
    { key: 'reverse', label: w('reverseReceipt'), danger: true, onClick: () => setAsking(true) },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Ellipsis size={14} />} aria-label="…" />
      </Dropdown>
      {asking ? (
        <ReasonDialog
          title={w('reverseReceipt')}
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            const done = await act({ id, reason });
            if (isProblem(done)) return done.message;
            toasts.show({ text: w('receiptReversed') });
            onGone();
            return undefined;
          }}
        />
      ) : null}
    </>
  );
}
