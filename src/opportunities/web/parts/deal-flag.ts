import { CalendarX2, CircleAlert, Clock, Flag } from 'lucide-react';
import { type Day, dayOf, daysBetween } from '#kernel/values/day.ts';
import type { KanbanCard } from '#ui/kanban-types.ts';
import { words } from './opportunity-words.ts';

/** Days a deal may stand in one stage before it counts as stalled. */
const stageLimit = 14;

export type FlagOf = (row: Readonly<Record<string, unknown>>, today: Day, zone: string) => KanbanCard['flag'];

/** At most one flag per deal, worst first: past its date, no next step, standing still, put off again and again. */
export function useFlags(): FlagOf {
  const w = words.use();
  return (row, today, zone) => {
    if (row.status !== 'open') return undefined;
    const close = typeof row.expectedCloseOn === 'string' ? row.expectedCloseOn : null;
    if (close && close < today)
      return { icon: CalendarX2, tone: 'bad', text: w('overdueDays', { n: daysBetween(close, today) }) };
    if (!row.nextContactAt) return { icon: CircleAlert, tone: 'bad', text: w('noNext') };
    const days = daysBetween(dayOf(new Date(String(row.stageSince)), zone), today);
    if (days > stageLimit)
      return { icon: Clock, tone: 'warn', text: w('stalled', { n: days, limit: stageLimit }) };
    if (Number(row.postponed) >= 2)
      return { icon: Flag, tone: 'warn', text: w('postponed', { n: Number(row.postponed) }) };
    return undefined;
  };
}
