import { numberText, percentText } from '#kernel/values/number-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { averageOf, medianOf, useHours } from './board-looking.ts';
import { words } from './channel-words.ts';

/** Seven answers about how leads are taken care of. */
export function BoardStrip({ figures }: { readonly figures: Figures }) {
  return <FigureStrip figures={[...useCare(figures), ...useStill(figures)]} />;
}

/** What is done for leads. */
function useCare(figures: Figures): Figure[] {
  const w = words.use();
  const hours = useHours();
  const { count, open } = figures;
  const text = (key: string) => numberText(count(key));
  return [
    {
      key: 'never',
      label: w('never'),
      figure: text('never.channel'),
      note: w('neverNote', {
        n: text('captured.channel'),
        rate: percentText(percentOf(count('never.channel'), count('captured.channel'), 1), 1),
      }),
      onOpen: open('never.channel'),
    },
    {
      key: 'response',
      label: w('firstResponse'),
      figure: hours(averageOf(figures, 'channel', '')),
      note: w('firstResponseNote', { median: hours(medianOf(figures, 'channel', '')) }),
      onOpen: open('answered.channel'),
    },
    {
      key: 'held',
      label: w('heldAll'),
      figure: text('held'),
      note: w('heldNote', { n: text('overdue') }),
      onOpen: open('held'),
    },
    {
      key: 'convertedNow',
      label: w('convertedNow'),
      figure: text('convertedNow'),
      note: w('convertedNowNote', {
        n: figures.groups('convertedNow').length,
        count: figures.groups('convertedNow').length,
      }),
      onOpen: open('convertedNow'),
    },
  ];
}

/** What lies still. */
function useStill({ count, open }: Figures): Figure[] {
  const w = words.use();
  const text = (key: string) => numberText(count(key));
  return [
    {
      key: 'sleeping',
      label: w('sleeping'),
      figure: text('sleeping'),
      note: w('sleepingNote', { rate: percentText(percentOf(count('sleeping'), count('open'), 1), 1) }),
      onOpen: open('sleeping'),
    },
    {
      key: 'over30',
      label: w('over30'),
      figure: text('over30'),
      note: w('over30Note', { n: text('open') }),
      onOpen: open('over30'),
    },
    {
      ...{ key: 'over90', label: w('over90'), figure: text('over90'), note: w('over90Note') },
      ...(count('over90') > 0 ? { tone: 'bad' as const } : {}),
      onOpen: open('over90'),
    },
  ];
}
