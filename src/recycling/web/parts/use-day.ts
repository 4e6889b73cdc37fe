import { useCallback } from 'react';
import { dayText } from '#kernel/values/date-text.ts';
import { dayOf } from '#kernel/values/day.ts';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';

/** Days as the reader reads them, near ones without their year. */
export function useDay(): (day: string) => string {
  const { locale, zone } = useUi();
  const today = dayOf(useNow(), zone);
  return useCallback((day) => dayText(day, today, locale), [today, locale]);
}
