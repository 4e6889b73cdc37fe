import { useNavigate } from '@tanstack/react-router';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { receiptList, receivableList } from '#receivables/contract.ts';
import { receivableObject } from '#receivables/fields.ts';
import { ageingBuckets } from '#receivables/model.ts';
import { AgeingBar } from '#ui/ageing-bar.tsx';
import { ChartHead } from '#ui/chart-frame.tsx';
import { DateText } from '#ui/date-text.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

interface CellProps {
  readonly data: Look;
  readonly figures: Figures;
}

const rowsShown = 5;
const bucketField = receivableObject.fields.find((field) => field.key === 'bucket');

/** What is owed, by how long it has been due. */
export function AgeingCell({ data, figures }: CellProps) {
  const w = words.use();
  const locale = localePreference.use();
  const choices = bucketField && 'choices' in bucketField ? bucketField.choices : [];
  return (
    <div>
      <ChartHead title={w('ageing')} note={w('ageingHint')} />
      <AgeingBar
        label={w('ageing')}
        currency={data.currency}
        buckets={ageingBuckets.map((key) => ({
          key,
          label: choices.find((choice) => choice.key === key)?.label[locale] ?? key,
          amount: figures.amount(`ageing.${key}`) ?? '0.00',
          onOpen: figures.open(`ageing.${key}`),
        }))}
      />
    </div>
  );
}

/** Money that came in and is not yet used for anything, the latest first. */
export function ToAllocateCell({ figures }: CellProps) {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const { data } = useRead(
    receiptList.search,
    {
      filter: { field: 'remaining', operator: '>', value: '0' } as never,
      sort: '-bankDate',
      limit: rowsShown,
      total: 'false',
    },
    { enabled: may('receipts.read') },
  );
  const rows = (data?.items ?? []) as readonly Record<string, string>[];
  return (
    <div>
      <ChartHead
        title={w('toAllocate')}
        note={w('unallocatedNote', { n: figures.count('unallocatedReceipts') })}
      >
        <button type="button" className="yd-plain yd-link" onClick={figures.open('unallocated')}>
          {w('seeAll')}
        </button>
      </ChartHead>
      {rows.length === 0 ? (
        <p className="yd-text3">{w('nothingToAllocate')}</p>
      ) : (
        <Lines
          ruled
          lines={rows.map((row) => ({
            key: row.id ?? '',
            title: data?.names[row.accountId ?? ''] ?? row.payer,
            under: (
              <>
                {row.number} · <DateText day={row.bankDate ?? ''} />
              </>
            ),
            value: <Money amount={row.remaining ?? '0'} currency={row.currency} as="exact" />,
            onOpen: () => void navigate({ to: '/receipts', search: { open: row.id } as never }),
          }))}
        />
      )}
    </div>
  );
}

/** Receivables that are late, the longest first. */
export function OverdueCell({ figures }: CellProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { data } = useRead(receivableList.search, {
    filter: { field: 'overdueDays', operator: '>', value: '0' } as never,
    sort: 'dueOn',
    limit: rowsShown,
    total: 'false',
  });
  const rows = (data?.items ?? []) as readonly Record<string, string>[];
  return (
    <div>
      <ChartHead title={w('worstOverdue')} note={w('overdueNote', { n: figures.count('overdueLines') })}>
        <button type="button" className="yd-plain yd-link" onClick={figures.open('overdue')}>
          {w('seeAll')}
        </button>
      </ChartHead>
      {rows.length === 0 ? (
        <p className="yd-text3">{w('nothingOverdue')}</p>
      ) : (
        <Lines
          ruled
          lines={rows.map((row) => ({
            key: row.id ?? '',
            title: data?.names[row.accountId ?? ''] ?? row.name,
            under: [row.contractNumber, row.name].filter(Boolean).join(' · '),
            value: <Money amount={row.openAmount ?? '0'} currency={row.currency} as="exact" />,
            valueUnder: <span className="yd-tone-bad">{w('daysLate', { n: row.overdueDays ?? '' })}</span>,
            onOpen: () => void navigate({ to: '/receivables', search: { open: row.id } as never }),
          }))}
        />
      )}
    </div>
  );
}
