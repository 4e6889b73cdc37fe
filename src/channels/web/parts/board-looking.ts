import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '#kernel/contract.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { type Figures, type ListPage, useFiguresOf } from '#kernel/web/figures.ts';
import type { leadBoard } from '../../contract.ts';
import { reportPeriods } from '../../model.ts';
import { words } from './channel-words.ts';

export type Board = Output<typeof leadBoard>;

const pages: Readonly<Record<string, ListPage>> = { 'leads.list': { to: '/leads', view: 'all' } };

/** Period and team stand in the address. */
export function useBoardLook() {
  const search = useSearch({ strict: false }) as { period?: string; team?: string };
  const navigate = useNavigate();
  return {
    period: reportPeriods.find((one) => one === search.period) ?? ('quarter' as const),
    teamId: search.team,
    set: (change: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((before: object) => ({ ...before, ...change })) as never,
      }),
  };
}

/** The figures of the board, each a list of leads. */
export function useBoardFigures(data: Board | undefined): Figures {
  return useFiguresOf(data?.figures as Parameters<typeof useFiguresOf>[0], pages);
}

/** Hours as people say them: 25 分钟, 3.5 小时, 2.6 天; a dash where nothing was answered. */
export function useHours(): (hours: number | null) => string {
  const w = words.use();
  return (hours) => {
    if (hours === null || !Number.isFinite(hours)) return '—';
    if (hours < 1) return w('minutes', { n: Math.round(hours * 60) });
    if (hours < 48) return w('hours', { n: numberText(hours.toFixed(1)) });
    return w('days', { n: numberText((hours / 24).toFixed(1)) });
  };
}

/** The mean of what was answered; null when nothing was. */
export function averageOf(figures: Figures, by: string, group: string): number | null {
  const end = group ? `.${group}` : '';
  const answered = figures.count(`answered.${by}${end}`);
  return answered === 0 ? null : Number(figures.amount(`responseHours.${by}${end}`) ?? 0) / answered;
}

/** The middle of what was answered in a group; null when nothing was. */
export function medianOf(figures: Figures, by: string, group: string): number | null {
  const value = group ? figures.amount(`responseMedian.${by}.${group}`) : figures.amount('responseMedian');
  return value === null || figures.count(group ? `answered.${by}.${group}` : `answered.${by}`) === 0
    ? null
    : Number(value);
}
