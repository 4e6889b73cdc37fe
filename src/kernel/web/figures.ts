import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import type { Figure } from '#kernel/values/figures.ts';

/** Where the list behind a figure is shown. */
export interface ListPage {
  readonly to: string;
  readonly view: string;
  readonly as?: string;
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
export function useFiguresOf(
  figures: readonly Figure[] | undefined,
  pages: Readonly<Record<string, ListPage>>,
): Figures {
  const navigate = useNavigate();
  return useMemo(() => {
    const known = new Map(figures?.map((one) => [one.key, one]));
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
  }, [figures, pages, navigate]);
}
