import { numberText, percentText } from '#kernel/values/number-text.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { Money } from '#ui/money.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import type { ReportColumn } from '../../model.ts';
import type { Report } from './report-looking.ts';

export const moneyColumns: readonly ReportColumn[] = ['cost', 'signed', 'collected'];
export const returnColumns = ['rate', 'costPerLead', 'costShare', 'roi', 'payback'] as const;
export type ReturnColumn = (typeof returnColumns)[number];

/** Counts are whole unless a lead is shared between channels. */
export function countText(value: string): string {
  return numberText(value.replace(/\.00$/, ''));
}

interface CountedProps {
  readonly figures: Figures;
  readonly column: ReportColumn;
  /** Empty for the last line. */
  readonly row: string;
  readonly value: string;
}

/** One number of the report; pressed, it opens exactly its rows. */
export function Counted({ figures, column, row, value }: CountedProps) {
  const open = figures.open(row ? `${column}.${row}` : column);
  return (
    <OpenNumber onOpen={Number(value) === 0 ? undefined : open}>
      {moneyColumns.includes(column) ? <Money amount={value} as="column" /> : countText(value)}
    </OpenNumber>
  );
}

/** What is made of the numbers: a rate, a cost, a return; a dash where nothing was spent. */
export function Returned({
  returns,
  column,
}: {
  readonly returns: Report['total']['returns'];
  readonly column: ReturnColumn;
}) {
  const value = returns[column];
  if (column === 'costPerLead') return <Money amount={value} as="exact" />;
  const tone = column === 'roi' && value !== null && Number(value) < 0 ? 'yd-tone-bad' : undefined;
  return <span className={tone}>{percentText(value, 1)}</span>;
}
