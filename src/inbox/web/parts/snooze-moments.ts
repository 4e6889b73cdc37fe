import { addDays, atTime, dayOf, weekday } from '#kernel/values/day.ts';

const morning = '09:00';

/** An hour from now, tomorrow morning, the coming Monday morning; never a moment that has gone. */
export function snoozeMoments(now: Date, zone: string) {
  const today = dayOf(now, zone);
  const toMonday = 8 - weekday(today);
  return {
    snoozeHour: new Date(now.getTime() + 3_600_000),
    snoozeTomorrow: atTime(addDays(today, 1), morning, zone),
    snoozeMonday: atTime(addDays(today, toMonday), morning, zone),
  } as const;
}
