import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Output } from '#kernel/contract.ts';
import { type Figures, type ListPage, useFiguresOf } from '#kernel/web/figures.ts';
import type { getHome } from '../../contract.ts';
import { type Period, periods } from '../../model.ts';

export type Look = Output<typeof getHome>;

/** Where the list behind a figure is shown. */
const pages: Readonly<Record<string, ListPage>> = {
  'leads.list': { to: '/leads', view: 'all' },
  'opportunities.list': { to: '/opportunities', view: 'all', as: 'list' },
  'contracts.list': { to: '/contracts', view: 'all' },
  'receivables.list': { to: '/receivables', view: 'all' },
  'receipts.list': { to: '/receipts', view: 'all' },
};

/** Period and team stand in the address: a copied link shows a colleague the same page, as far as he may see it. */
export function useLooking() {
  const search = useSearch({ strict: false }) as { period?: string; team?: string };
  const navigate = useNavigate();
  const period = periods.find((one) => one === search.period) ?? 'year';
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      replace: true,
      search: ((before: object) => ({ ...before, ...change })) as never,
    });
  return {
    period,
    teamId: search.team,
    setPeriod: (next: Period) => set({ period: next === 'year' ? undefined : next }),
    setTeam: (next: string | undefined) => set({ team: next }),
  };
}

export type { Figures };

/** The figures of a screen by name, each with the way to its rows. */
export function useFigures(data: Look | undefined): Figures {
  return useFiguresOf(data?.figures as Parameters<typeof useFiguresOf>[0], pages);
}
