import { moneyColumnUnit } from '#kernel/values/money-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { listStages } from '#opportunities/contract.ts';
import type { Stage } from '#opportunities/model.ts';
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
            render: (stage) => <StageName stage={stage} />,
            total: w('total'),
          },
          {
            key: 'deals',
            label: w('deals'),
            right: true,
            render: (stage) => <Count figures={figures} name={`deals.${stage.key}`} />,
            total: <Count figures={figures} name="deals" />,
          },
          ...(['dealAmount', 'forecast'] as const).map((name) => ({
            key: name,
            label: name === 'forecast' ? w('weighted') : w('amount'),
            right: true,
            render: (stage: Stage) => <Sum figures={figures} name={`${name}.${stage.key}`} />,
            total: <Sum figures={figures} name={name} />,
          })),
        ]}
      />
    </div>
  );
}

function StageName({ stage }: { readonly stage: Stage }) {
  const locale = localePreference.use();
  return (
    <>
      {locale === 'zh' ? stage.nameZh : stage.nameEn}{' '}
      <span className="yd-text3">
        <Percent value={stage.winRate} />
      </span>
    </>
  );
}

interface NamedProps {
  readonly figures: Figures;
  readonly name: string;
}

function Count({ figures, name }: NamedProps) {
  return <OpenNumber onOpen={figures.open(name)}>{figures.count(name).toLocaleString('en')}</OpenNumber>;
}

function Sum({ figures, name }: NamedProps) {
  return (
    <OpenNumber onOpen={figures.open(name)}>
      <Money amount={figures.amount(name) ?? '0'} as="column" />
    </OpenNumber>
  );
}
