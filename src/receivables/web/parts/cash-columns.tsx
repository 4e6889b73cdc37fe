import type { ColumnChanges } from '#kernel/web/catalogue.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import type { Card } from '#ui/grid-types.ts';
import { Money } from '#ui/money.tsx';
import { DueText } from './due-text.tsx';

const exact = (key: string) => (row: ListRow) => (
  <Money amount={String(row[key] ?? '0.00')} currency={String(row.currency ?? 'CNY')} as="exact" />
);

const days = (row: ListRow) =>
  Number(row.overdueDays) > 0 ? <span className="yd-tone-bad">{String(row.overdueDays)}</span> : '—';

/** Money exact to the cent; late days red. */
export function receivableColumns(): ColumnChanges<ListRow> {
  return {
    amount: { render: exact('amount') },
    allocated: { render: exact('allocated') },
    openAmount: { render: exact('openAmount') },
    overdueDays: { render: days },
  };
}

export function receiptColumns(): ColumnChanges<ListRow> {
  return {
    amount: { render: exact('amount') },
    allocated: { render: exact('allocated') },
    remaining: { render: exact('remaining') },
  };
}

/** A receivable on a phone: customer, what is open, when it is due. */
export function receivableCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  return {
    title: names[String(row.accountId)] ?? '',
    lines: [
      <span key="open">
        {String(row.name)} {exact('openAmount')(row)}
      </span>,
      <DueText key="due" dueOn={String(row.dueOn)} overdueDays={Number(row.overdueDays)} />,
    ],
  };
}

/** A receipt on a phone: customer, amount, when and how it came. */
export function receiptCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  return {
    title: names[String(row.accountId)] ?? '',
    lines: [
      exact('amount')(row),
      [row.bankDate, row.bankAccount, row.number].filter(Boolean).map(String).join(' · '),
    ],
  };
}
