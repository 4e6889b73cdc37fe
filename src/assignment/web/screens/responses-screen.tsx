import { Timer } from 'lucide-react';
import { useMemo } from 'react';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { durationText } from '#kernel/values/duration-text.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import type { Card } from '#ui/grid-types.ts';
import { firstResponses, timerList } from '../../contract.ts';
import { timerStateChoices } from '../../fields.ts';
import { words } from '../parts/assignment-words.ts';

const shown = [
  'leadId',
  'ownerId',
  'state',
  'channel',
  'policy',
  'startedAt',
  'dueAt',
  'respondedAt',
  'escalatedAt',
  'reassignedAt',
];
const states = (...value: string[]) =>
  ({ combinator: 'and', rules: [{ field: 'state', operator: 'in', value }] }) as never;

function timerCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const locale = localePreference.get();
  const state = timerStateChoices.find(({ key }) => key === row.state)?.label[locale];
  return {
    title: names[String(row.leadId)] ?? '',
    lines: [
      `${names[String(row.ownerId)] ?? ''}　${state ?? ''}`,
      <TimeText key="due" at={String(row.dueAt)} as="timeline" />,
    ],
  };
}

/** 首次响应: every clock that runs or ran, the late ones first, with what the last thirty days came to. */
export function Screen() {
  const w = words.use();
  const views = useMemo(
    () => [
      { key: 'late', label: w('late'), condition: states('late'), sort: ['dueAt'] },
      { key: 'running', label: w('running'), condition: states('running'), sort: ['dueAt'] },
      { key: 'answered', label: w('answered'), condition: states('inTime', 'tooLate'), sort: ['-startedAt'] },
      { key: 'all', label: w('all'), sort: ['-startedAt'] },
    ],
    [w],
  );
  return (
    <ListScreen
      list={timerList}
      title={w('responses')}
      columns={shown}
      views={views}
      card={timerCard}
      figures={<Figures />}
      empty={{ icon: Timer, title: w('emptyResponses'), children: w('emptyResponsesHint') }}
    />
  );
}

function Figures() {
  const w = words.use();
  const locale = localePreference.use();
  const to = dayOf(new Date(), useSession().org.zone);
  const { data } = useRead(firstResponses, { from: addDays(to, -29), to, by: 'channel' }, { keep: true });
  if (!data || data.total.started === 0) return null;
  const { started, responded, inTime, breached, open, medianSeconds, averageSeconds } = data.total;
  const share = `${Math.round((inTime / started) * 100)}%`;
  return (
    <FigureStrip
      figures={[
        { key: 'started', label: w('started'), figure: numberText(started), note: w('period') },
        {
          key: 'median',
          label: w('median'),
          figure: durationText(medianSeconds, locale),
          note: `${w('answered')} ${numberText(responded)}`,
        },
        {
          key: 'average',
          label: w('average'),
          figure: durationText(averageSeconds, locale),
          note: w('period'),
        },
        {
          key: 'inTime',
          label: w('inTime'),
          figure: share,
          note: `${numberText(inTime)} / ${numberText(started)}`,
        },
        {
          key: 'late',
          label: w('breached'),
          figure: numberText(breached),
          note: `${w('running')} ${numberText(open)}`,
        },
      ]}
    />
  );
}
