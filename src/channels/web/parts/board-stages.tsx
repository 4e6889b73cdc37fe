import { numberText } from '#kernel/values/number-text.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { ChartHead } from '#ui/chart-frame.tsx';
import { BarChart } from '#ui/charts.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { ageBands, openStatuses } from '../../model.ts';
import { words } from './channel-words.ts';

type Status = (typeof openStatuses)[number];

/** Open leads by state and by how long ago they came. */
export function StageTable({ figures }: { readonly figures: Figures }) {
  const w = words.use();
  const number = (key: string, bad = false) => (
    <OpenNumber onOpen={figures.open(key)}>
      <span className={bad && figures.count(key) > 0 ? 'yd-tone-bad' : undefined}>
        {numberText(figures.count(key))}
      </span>
    </OpenNumber>
  );
  return (
    <div>
      <ChartHead title={w('stages')} note={w('stagesHint')} />
      <PlainTable<Status>
        label={w('stages')}
        rows={openStatuses}
        rowKey={(status) => status}
        columns={[
          { key: 'status', label: w('stage'), render: (status) => w(`status_${status}`), total: w('total') },
          ...ageBands.map((band) => ({
            key: band,
            label: w(`age_${band}`),
            right: true,
            render: (status: Status) => number(`age.${band}.${status}`, band === 'older'),
            total: number(`age.${band}`, band === 'older'),
          })),
          {
            key: 'all',
            label: w('total'),
            right: true,
            render: (status: Status) => number(`stage.${status}`),
            total: number('open'),
          },
        ]}
      />
    </div>
  );
}

/** The same as a picture: how many of each state are young and how many have grown old. */
export function StageChart({ figures }: { readonly figures: Figures }) {
  const w = words.use();
  const labels = ageBands.map((band) => w(`age_${band}`));
  return (
    <BarChart
      title={w('stageChart')}
      note={w('stagesHint')}
      summary={w('stageSummary', {
        n: numberText(figures.count('open')),
        old: numberText(figures.count('over30')),
      })}
      height={210}
      categories={labels}
      series={openStatuses.map((status) => ({
        key: status,
        label: w(`status_${status}`),
        values: ageBands.map((band) => figures.count(`age.${band}.${status}`)),
      }))}
      onPick={(label, status) => figures.open(`age.${ageBands[labels.indexOf(label)]}.${status}`)?.()}
    />
  );
}
