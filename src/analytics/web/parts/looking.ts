import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Output } from '#kernel/contract.ts';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import type { getHome } from '../../contract.ts';
import { type Figure, type Period, periods } from '../../model.ts';

export type Look = Output<typeof getHome>;

/** Where the list behind a figure is shown. */
const pages: Readonly<Record<string, { readonly to: string; readonly view: string; readonly as?: string }>> =
  {
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

export interface Figures {
  readonly figure: (key: string) => Figure | undefined;
  readonly count: (key: string) => number;
  readonly amount: (key: string) => string | null;
  /** Opens the rows behind a figure; undefined when there is no such figure. */
  readonly open: (key: string) => (() => void) | undefined;
  /** Groups of a table: the part of the key behind the prefix. */
  readonly groups: (prefix: string) => readonly string[];
}

/** The figures of a screen by name, each with the way to its rows. */
export function useFigures(data: Look | undefined): Figures {
  const navigate = useNavigate();
  return useMemo(() => {
    const known = new Map((data?.figures as readonly Figure[] | undefined)?.map((one) => [one.key, one]));
    return {
      figure: (key) => known.get(key),
      count: (key) => Number(known.get(key)?.value ?? 0),
      amount: (key) => known.get(key)?.value ?? null,
      open: (key) => {
        const drill = known.get(key)?.drill;
        const page = drill && pages[drill.list];
        if (!drill || !page) return undefined;
        const f = drill.condition ? encodeListSearch({ condition: drill.condition }).f : '-';
        return () =>
          void navigate({
            to: page.to,
            search: { view: page.view, f, ...(page.as ? { as: page.as } : {}) } as never,
          });
      },
      groups: (prefix) =>
        [...known.keys()].flatMap((key) =>
          key.startsWith(`${prefix}.`) ? [key.slice(prefix.length + 1)] : [],
        ),
    };
  }, [data, navigate]);
}
