import type { Output } from '#kernel/contract.ts';
import { clockText } from '#kernel/values/duration-text.ts';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { Meter } from '#ui/meter.tsx';
import type { getToday } from '../../contract.ts';
import { words } from './activity-words.ts';

type Figures = Output<typeof getToday>['figures'];

const tomorrowTarget = 35;
const talkTarget = 3 * 3_600;
const talked = (seconds: number) => clockText(Math.floor(seconds / 60));

/** How the day goes, as a strip over the board. */
export function TodayFigures({ figures }: { readonly figures: Figures }) {
  return <FigureStrip figures={useFigures(figures)} />;
}

/** The same on a phone in two lines: done of due, calls and talking time. */
export function TodayProgress({ figures }: { readonly figures: Figures }) {
  const w = words.use();
  const { due, done, calls, talkSeconds } = figures;
  return (
    <section className="yd-day-progress">
      <div>
        <span>
          <b>{done}</b> {w('figureDueUnit', { due })}
        </span>
        <span className="yd-text2">
          {w('figureCalls')} {calls} · {talked(talkSeconds)} / 3:00
        </span>
      </div>
      <Meter share={due === 0 ? 0 : done / due} />
    </section>
  );
}

function useFigures(figures: Figures): Figure[] {
  const w = words.use();
  const { due, done, slipped, calls, connected, talkSeconds, tomorrow } = figures;
  const rest = tomorrowTarget - tomorrow;
  return [
    {
      key: 'due',
      label: w('figureDue'),
      figure: done,
      unit: w('figureDueUnit', { due }),
      progress: due === 0 ? 0 : done / due,
    },
    {
      key: 'rate',
      label: w('figureRate'),
      figure: due === 0 ? '—' : `${Math.round((100 * done) / due)}%`,
      note: w('figureRateNote', { n: slipped }),
      noteTone: slipped > 0 ? 'bad' : undefined,
    },
    {
      key: 'calls',
      label: w('figureCalls'),
      figure: calls,
      unit: w('figureCallsUnit'),
      note:
        calls === 0
          ? w('figureCallsNone')
          : w('figureCallsNote', { n: connected, rate: Math.round((100 * connected) / calls) }),
    },
    {
      key: 'talk',
      label: w('figureTalk'),
      figure: talked(talkSeconds),
      unit: '/ 3:00',
      progress: Math.min(1, talkSeconds / talkTarget),
    },
    {
      key: 'tomorrow',
      label: w('figureTomorrow'),
      figure: tomorrow,
      unit: `/ ${tomorrowTarget}`,
      note:
        rest > 0
          ? w('figureTomorrowNote', { n: tomorrowTarget, rest })
          : w('figureTomorrowDone', { n: tomorrowTarget }),
    },
  ];
}
