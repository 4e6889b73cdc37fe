import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { DateText } from '#ui/date-text.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { Section } from '#ui/panel-section.tsx';
import { useToasts } from '#ui/toast.tsx';
import { type getReceipt, reverseAllocation } from '../../contract.ts';
import { words } from './cash-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Allocation = Output<typeof getReceipt>['allocations'][number];

interface AllocationHistoryProps {
  readonly allocations: readonly Allocation[];
  readonly currency: string;
  /** A receipt shows what was paid, a receivable by which receipt. */
  readonly by: 'receivable' | 'receipt';
  readonly mayReverse?: boolean;
}

/** What was allocated, and what was taken back; posted rows stay. */
export function AllocationHistory({ allocations, currency, by, mayReverse }: AllocationHistoryProps) {
  const w = words.use();
  const toasts = useToasts();
  const act = useAct(reverseAllocation, { quiet: true });
  const [reversing, setReversing] = useState<Allocation | null>(null);
  return (
    <Section title={w('history')} note={String(allocations.length)}>
      {allocations.length === 0 ? <p className="yd-text3">{w('noHistory')}</p> : null}
      <Lines
        lines={allocations.map((one) => ({
          key: one.id,
          title:
            by === 'receivable'
              ? `${one.contractNumber ?? one.contractName} ${one.receivableName}`
              : one.receiptNumber,
          under: (
            <>
              <DateText day={one.on} as="full" /> {one.byName} {one.reason}
            </>
          ),
          value: <Money amount={one.amount} currency={currency} as="exact" />,
          valueUnder:
            mayReverse && !one.reverses && !one.reversed ? (
              <Button size="small" type="link" onClick={() => setReversing(one)}>
                {w('reverseAllocation')}
              </Button>
            ) : undefined,
        }))}
      />
      {reversing ? (
        <ReasonDialog
          title={w('reverseAllocation')}
          onClose={() => setReversing(null)}
          onReason={async (reason) => {
            const done = await act({ id: reversing.id, reason });
            if (isProblem(done)) return done.message;
            toasts.show({ text: w('allocationReversed', { amount: moneyText(reversing.amount, currency) }) });
            return undefined;
          }}
        />
      ) : null}
    </Section>
  );
}
