import { moneyColumnUnit } from '#kernel/values/money-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { listStages } from '#opportunities/contract.ts';
import { ChartHead } from '#ui/chart-frame.tsx';
import { Money, Percent } from '#ui/money.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

/** Open deals by stage: count, amount, and what they weigh; ends in the forecast. */
export function PipelineCell({ data, figures }: { readonly data: Look; readonly figures: Figures }) {
  const w = words.use();
  const locale = localePreference.use();
  const stages = useRead(listStages, {});
  const rows = (stages.data?.items ?? []).filter((stage) => stage.kind === 'open');
  const cell = (key: string) => (
    <OpenNumber onOpen={figures.open(key)}>
      <Money amount={figures.amount(key) ?? '0'} as="column" />
    </OpenNumber>
  );
  const count = (key: string) => (
    <OpenNumber onOpen={figures.open(key)}>{figures.count(key).toLocaleString('en')}</OpenNumber>
  );
  return (
    <div>
      <ChartHead
        title={w('pipeline')}
        note={w('pipelineUnit', { unit: moneyColumnUnit(locale, data.currency) })}
      />
      <PlainTable
        label={w('pipeline')}
        rows={rows}
        rowKey={(stage) => stage.key}
        columns={[
          {
            key: 'stage',
            label: w('stage'),
            render: (stage) => (
              <>
                {locale === 'zh' ? stage.nameZh : stage.nameEn}{' '}
                <span className="yd-text3">
                  <Percent value={stage.winRate} />
                </span>
              </>
            ),
            total: w('total'),
          },
          {
            key: 'deals',
            label: w('deals'),
            right: true,
            render: (stage) => count(`deals.${stage.key}`),
            total: count('deals'),
          },
          {
            key: 'amount',
            label: w('amount'),
            right: true,
            render: (stage) => cell(`dealAmount.${stage.key}`),
            total: cell('dealAmount'),
          },
          {
            key: 'weighted',
            label: w('weighted'),
            right: true,
            render: (stage) => cell(`forecast.${stage.key}`),
            total: cell('forecast'),
          },
        ]}
      />
    </div>
  );
}
