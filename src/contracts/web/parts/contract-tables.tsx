import type { ReactNode } from 'react';
import type { Output } from '#kernel/contract.ts';
import { DateText } from '#ui/date-text.tsx';
import { Money, Percent } from '#ui/money.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import type { getContract } from '../../contract.ts';
import { planTotal } from '../../rules/planning.ts';
import { words } from './contract-words.ts';

type Answer = Output<typeof getContract>;

/** Lines and plan of a contract as they stand, each with its sum. */
export function ContractTables({ answer }: { readonly answer: Answer }) {
  const currency = String(answer.contract.currency ?? 'CNY');
  const exact = (amount: string) => <Money amount={amount} currency={currency} as="exact" />;
  return (
    <>
      <LinesTable answer={answer} exact={exact} />
      <PlanTable answer={answer} exact={exact} />
    </>
  );
}

interface TableProps {
  readonly answer: Answer;
  readonly exact: (amount: string) => ReactNode;
}

function LinesTable({ answer: { contract, lines }, exact }: TableProps) {
  const w = words.use();
  return (
    <Section title={w('lines')} note={String(lines.length)}>
      {lines.length === 0 ? (
        <p className="yd-text3">{w('noLines')}</p>
      ) : (
        <PlainTable
          flush
          label={w('lines')}
          rows={lines}
          rowKey={(line) => String(line.position)}
          columns={[
            { key: 'product', label: w('product'), render: (line) => line.product, total: w('total') },
            {
              ...{ key: 'quantity', label: w('quantity'), right: true },
              render: (line) => `${Number(line.quantity)} ${line.unit ?? ''}`,
            },
            {
              ...{ key: 'discount', label: w('discount'), right: true },
              render: (line) => (Number(line.discountPercent) > 0 ? Number(line.discountPercent) : '—'),
            },
            {
              ...{ key: 'amount', label: w('amount'), right: true },
              render: (line) => exact(line.amount),
              total: exact(String(contract.amount)),
            },
          ]}
        />
      )}
    </Section>
  );
}

function PlanTable({ answer: { plan }, exact }: TableProps) {
  const w = words.use();
  return (
    <Section title={w('plan')} note={String(plan.length)}>
      {plan.length === 0 ? (
        <p className="yd-text3">{w('noPlan')}</p>
      ) : (
        <PlainTable
          flush
          label={w('plan')}
          rows={plan}
          rowKey={(line) => String(line.position)}
          columns={[
            { key: 'name', label: w('planName'), render: (line) => line.name, total: w('total') },
            {
              ...{ key: 'ratio', label: w('ratio'), right: true },
              render: (line) => (line.ratio ? <Percent value={line.ratio} /> : '—'),
            },
            {
              ...{ key: 'dueOn', label: w('dueOn') },
              render: (line) => <DateText day={line.dueOn} as="full" />,
            },
            {
              ...{ key: 'amount', label: w('amount'), right: true },
              render: (line) => exact(line.amount),
              total: exact(planTotal(plan)),
            },
          ]}
        />
      )}
    </Section>
  );
}
