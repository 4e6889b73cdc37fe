import { CalendarArrowUp, Check } from 'lucide-react';
import { useAfterUndo } from '#kernel/web/after-undo.ts';
import { useAct } from '#kernel/web/use-operation.ts';
import type { Swipe } from '#ui/grid-types.ts';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { logActivity, planNextContact } from '../../contract.ts';
import { words } from './activity-words.ts';

interface Planned {
  /** Of the card. */
  readonly id: string;
  readonly object: string;
  readonly subjectId: string;
  readonly note: string | null;
}

interface Swipes {
  readonly of: (planned: Planned) => { readonly swipeRight: Swipe; readonly swipeLeft: Swipe };
  readonly waiting: ReadonlySet<string>;
}

/** Right: what was planned is done, as a line in the timeline. Left: tomorrow at ten. Both can be taken back. */
export function useSwipes(): Swipes {
  const w = words.use();
  const { zone } = useUi();
  const now = useNow();
  const log = useAct(logActivity);
  const plan = useAct(planNextContact);
  const { later, waiting } = useAfterUndo();
  return {
    waiting,
    of: ({ id, object, subjectId, note }) => ({
      swipeRight: {
        label: w('swipeDone'),
        icon: Check,
        onSwipe: () =>
          later(id, w('swipedDone', { what: note ?? w('plan') }), () =>
            log({
              subjectObject: object,
              subjectId,
              kind: 'note',
              content: w('swipedDone', { what: note ?? w('plan') }),
            }),
          ),
      },
      swipeLeft: {
        label: w('later'),
        icon: CalendarArrowUp,
        onSwipe: () =>
          later(id, w('movedOn'), async () => {
            // The calendar of holidays is large, and few swipe.
            const { tenInDays } = await import('./ten-in-days.ts');
            return plan({ object, id: subjectId, dueAt: tenInDays(1, now, zone), ...(note ? { note } : {}) });
          }),
      },
    }),
  };
}
