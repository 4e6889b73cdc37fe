import { percentText } from '#kernel/values/number-text.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { Money } from '#ui/money.tsx';
import type { ReportColumn } from '../../model.ts';
import { words } from './channel-words.ts';
import { countText } from './report-cells.tsx';
import type { Report } from './report-looking.ts';

/** The last line of the table once more, large: what it cost, brought, and what came back. */
export function ReportStrip({ data, figures }: { readonly data: Report; readonly figures: Figures }) {
  const w = words.use();
  const { brought, returns } = data.total;
  const has = (column: ReportColumn) => data.columns.includes(column);
  const money = (column: 'cost' | 'signed' | 'collected', note: string): Figure[] =>
    has(column)
      ? [
          {
            key: column,
            label: w(column),
            figure: <Money amount={brought[column]} currency={data.currency} strip />,
            note,
            onOpen: figures.open(column),
          },
        ]
      : [];
  return (
    <FigureStrip
      figures={[
        ...money('cost', w('costNote')),
        {
          key: 'leads',
          label: w('leads'),
          figure: countText(brought.leads),
          note: w('leadsNote', { rate: percentText(returns.rate, 1) }),
          onOpen: figures.open('leads'),
        },
        ...money(
          'signed',
          w('signedNote', { n: countText(brought.contracts), count: Number(brought.contracts) }),
        ),
        ...money('collected', w('collectedNote', { rate: percentText(returns.payback, 1) })),
        ...(has('cost')
          ? [
              { key: 'roi', label: w('roi'), figure: percentText(returns.roi, 1), note: w('roiNote') },
              {
                key: 'costPerLead',
                label: w('costPerLead'),
                figure: <Money amount={returns.costPerLead} currency={data.currency} as="exact" />,
                note: w('costPerLeadNote'),
              },
            ]
          : []),
      ]}
    />
  );
}
