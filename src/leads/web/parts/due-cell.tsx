import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { Countdown } from '#ui/countdown.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';

/** How long until a lead goes back to the pool by itself; an overdue one goes with the coming midnight. */
export function DueCell({ row }: { readonly row: ListRow }) {
  const { zone } = useUi();
  const tomorrow = addDays(dayOf(useNow(), zone), 1);
  if (typeof row.recycleDueOn !== 'string') return null;
  const [, day = tomorrow] = [row.recycleDueOn, tomorrow].sort();
  return <Countdown until={startOfDay(day, zone).toISOString()} />;
}
