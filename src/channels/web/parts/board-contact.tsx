import type { ReactNode } from 'react';
import { numberText, percentText } from '#kernel/values/number-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { Person } from '#ui/avatar.tsx';
import { ChartHead } from '#ui/chart-frame.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { averageOf, type Board, medianOf, useHours } from './board-looking.ts';
import { words } from './channel-words.ts';
import { useChannelName } from './report-looking.ts';

interface ContactProps {
  readonly data: Board;
  readonly figures: Figures;
  readonly by: 'channel' | 'owner';
}

/** Of the leads that came: never contacted, and how fast the rest was answered; by channel or by person. */
export function ContactTable({ data, figures, by }: ContactProps) {
  const w = words.use();
  const nameOf = useGroupName(data, by);
  const columns = useContactColumns(figures, by);
  const rows = [...figures.groups(`captured.${by}`)].sort(
    (a, b) => figures.count(`never.${by}.${b}`) - figures.count(`never.${by}.${a}`),
  );
  return (
    <div>
      <ChartHead title={w(by === 'channel' ? 'byChannel' : 'byPerson')} note={w('contactHint')} />
      <PlainTable
        label={w(by === 'channel' ? 'byChannel' : 'byPerson')}
        rows={rows}
        rowKey={(key) => key}
        columns={[
          {
            key: 'name',
            label: w(by === 'channel' ? 'channel' : 'member'),
            render: nameOf,
            total: w('total'),
          },
          ...columns.map(({ key, label, cell }) => ({
            key,
            label,
            right: true,
            render: cell,
            total: cell(''),
          })),
        ]}
      />
    </div>
  );
}

function useGroupName(data: Board, by: ContactProps['by']): (key: string) => ReactNode {
  const w = words.use();
  const channelName = useChannelName();
  return (key) => {
    if (by === 'channel') return channelName(key);
    const person = data.people.find(({ id }) => id === key);
    return person ? <Person id={person.id} name={person.name} /> : w('nobody');
  };
}

/** Each with its cell; the empty key is the last line. */
function useContactColumns(figures: Figures, by: ContactProps['by']) {
  const w = words.use();
  const hours = useHours();
  const end = (key: string) => (key ? `.${key}` : '');
  const number = (name: string, key: string) => (
    <OpenNumber onOpen={figures.open(`${name}.${by}${end(key)}`)}>
      {numberText(figures.count(`${name}.${by}${end(key)}`))}
    </OpenNumber>
  );
  const share = (key: string) =>
    percentText(
      percentOf(figures.count(`never.${by}${end(key)}`), figures.count(`captured.${by}${end(key)}`), 1),
      1,
    );
  const answered = (key: string, value: number | null) => (
    <OpenNumber onOpen={figures.open(`answered.${by}${end(key)}`)}>{hours(value)}</OpenNumber>
  );
  return [
    { key: 'captured', label: w('captured'), cell: (key: string) => number('captured', key) },
    { key: 'never', label: w('never'), cell: (key: string) => number('never', key) },
    { key: 'neverRate', label: w('neverRate'), cell: share },
    {
      key: 'average',
      label: w('average'),
      cell: (key: string) => answered(key, averageOf(figures, by, key)),
    },
    { key: 'median', label: w('median'), cell: (key: string) => answered(key, medianOf(figures, by, key)) },
  ];
}
