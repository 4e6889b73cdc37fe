import { useCallback } from 'react';
import type { Clock } from '../../model.ts';
import { words } from './recycling-words.ts';
import { useDay } from './use-day.ts';

/** Why a lead goes on its day, in one sentence. */
export function useClockSentence(): (clock: Clock) => string {
  const w = words.use();
  const day = useDay();
  return useCallback(
    ({ from, trigger, fromDay, dueOn, days }) => {
      const values = { from: day(fromDay), due: day(dueOn), days };
      if (from === 'resumed') return w('whyResumed', { due: values.due });
      if (trigger === 'notConverted') return w('whyNotConverted', values);
      return from === 'followed' ? w('whyFollowed', values) : w('whyOwned', values);
    },
    [w, day],
  );
}
