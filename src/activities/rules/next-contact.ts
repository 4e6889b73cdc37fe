import type { MaturityGrade } from '#accounts/model.ts';
import { addDays, atTime, type Day, dayOf } from '#kernel/values/day.ts';
import { isWorkday } from '#kernel/values/workday.ts';

/** Days until a customer of that grade should hear from us again, and the most one may wait; D is left alone. */
export const contactRhythm: Readonly<Record<MaturityGrade, { usual: number; most: number } | null>> = {
  A: { usual: 1, most: 3 },
  'A-': { usual: 2, most: 5 },
  'B+': { usual: 5, most: 10 },
  B: { usual: 10, most: 20 },
  C: { usual: 30, most: 60 },
  D: null,
};

/** The next contact that fits the grade, at ten in the morning of a working day; null for D and for no grade. */
export function suggestNextContact(grade: MaturityGrade | null, now: Date, zone: string): Date | null {
  const rhythm = grade ? contactRhythm[grade] : null;
  if (!rhythm) return null;
  return atTime(nextWorkday(addDays(dayOf(now, zone), rhythm.usual)), '10:00', zone);
}

function nextWorkday(day: Day): Day {
  let next = day;
  while (!isWorkday(next)) next = addDays(next, 1);
  return next;
}
