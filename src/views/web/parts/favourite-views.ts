import { useMemo } from 'react';
import { useKeptViews } from './view-list.ts';

export interface FavouriteView {
  readonly id: string;
  readonly listId: string;
  readonly name: string;
}

/** The views this person keeps in his navigation. */
export function useFavouriteViews(): readonly FavouriteView[] {
  const kept = useKeptViews();
  return useMemo(() => kept.filter((view) => view.favourite), [kept]);
}
