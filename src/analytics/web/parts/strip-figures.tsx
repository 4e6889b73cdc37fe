import { isPositiveMoney } from '#kernel/values/money.ts';
import { compactMoneyText } from '#kernel/values/money-text.ts';
import { percentText } from '#kernel/values/number-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { Figure as StripFigure } from '#ui/figure-strip.tsx';
import { Money } from '#ui/money.tsx';
import { rateOf } from '../../rules/rates.ts';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

type Name =
  | 'contracted'
  | 'received'
  | 'outstanding'
  | 'overdue'
  | 'forecast'
  | 'pipelineOpen'
  | 'won'
  | 'expected'
  | 'held'
  | 'unallocated'
  | 'leads'
  | 'converted';

const keyOf: Partial<Record<Name, string>> = {
  pipelineOpen: 'dealAmount',
  won: 'wonAmount',
  leads: 'funnel.captured',
  converted: 'channel.converted',
};
const counts: readonly Name[] = ['held', 'leads', 'converted'];

/** The strip over a page: the named figures, as far as the reader has them, each with what it is made of. */
export function useStripFigures(names: readonly Name[], data: Look, figures: Figures): StripFigure[] {
  const w = words.use();
  const locale = localePreference.use();
  const { currency } = data;
  const overdue = figures.count('overdueLines');
  const compact = (amount: string | null) => compactMoneyText(amount, { lang: locale, currency });
  const notes: Record<Name, string> = {
    contracted: w('contracts', { n: figures.count('contracts').toLocaleString('en') }),
    received: w('receivedNote'),
    outstanding: w('outstandingNote'),
    overdue: overdue > 0 ? w('overdueNote', { n: overdue.toLocaleString('en') }) : w('overdueNone'),
    forecast: w('forecastNote', {
      n: figures.count('deals').toLocaleString('en'),
      amount: compact(figures.amount('dealAmount')),
    }),
    pipelineOpen: w('pipelineNote', { n: figures.count('deals').toLocaleString('en') }),
    won: w('wonNote', { n: figures.count('wonDeals').toLocaleString('en') }),
    expected: w('expectedNote'),
    held: w('heldNote'),
    unallocated: w('unallocatedNote', { n: figures.count('unallocatedReceipts').toLocaleString('en') }),
    leads: w('leadsNote'),
    converted: w('convertedNote', {
      rate: percentText(rateOf(figures.count('channel.converted'), figures.count('channel.leads')), 1),
    }),
  };
  return names.flatMap((name) => {
    const key = keyOf[name] ?? name;
    const found = figures.figure(key);
    if (!found) return [];
    const late = name === 'overdue' && isPositiveMoney(found.value);
    return {
      key: name,
      label: w(name),
      figure: counts.includes(name) ? (
        Number(found.value).toLocaleString('en')
      ) : (
        <Money amount={found.value} currency={currency} strip />
      ),
      note: notes[name],
      ...(late ? { tone: 'bad' as const } : {}),
      onOpen: figures.open(key),
    };
  });
}
