import type { ListRow } from '#kernel/web/use-list.ts';
import type { Swipe } from '#ui/grid-types.ts';
import { useSwipes } from './use-swipes.ts';

interface RowSwipes {
  readonly swipeRight?: Swipe;
  readonly swipeLeft?: Swipe;
}

/** Cards of a list with a planned contact swipe like the cards of 今日; what waits for its toast rests. */
export function useRowSwipes(object: string): (row: ListRow) => RowSwipes {
  const { of, waiting } = useSwipes();
  return (row) => {
    if (typeof row.ownerId !== 'string' || waiting.has(row.id)) return {};
    const { swipeRight, swipeLeft } = of({ id: row.id, object, subjectId: row.id, note: null });
    return typeof row.nextContactAt === 'string' ? { swipeRight, swipeLeft } : { swipeLeft };
  };
}
