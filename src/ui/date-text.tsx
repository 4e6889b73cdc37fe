import {
  dayText,
  elapsedText,
  exactInstantText,
  fullDayText,
  nearDayText,
  timelineText,
  weekdayText,
} from '#kernel/values/date-text.ts';
import { dayOf, timeOf } from '#kernel/values/day.ts';
import { NONE } from '#kernel/values/number-text.ts';
import { useUi } from './ui-context.ts';
import { useNow } from './use-now.ts';

export interface DateTextProps {
  /** `2026-11-17`, or null for a dash. */
  readonly day: string | null;
  /** `auto` 11月17日 within six months, `full` 2026-11-17 for contracts, `near` 今天, 明天, `weekday` 11月17日 周二. */
  readonly as?: 'auto' | 'full' | 'near' | 'weekday';
}

function withWeekday(day: string, today: string, locale: 'zh' | 'en'): string {
  const [date, weekday] = [dayText(day, today, locale), weekdayText(day, locale)];
  return locale === 'zh' ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** A calendar day. */
export function DateText({ day, as = 'auto' }: DateTextProps) {
  const { locale, zone } = useUi();
  const now = useNow();
  if (!day) return <>{NONE}</>;
  const today = dayOf(now, zone);
  const text =
    as === 'full'
      ? fullDayText(day, locale)
      : as === 'near'
        ? nearDayText(day, today, locale)
        : as === 'weekday'
          ? withWeekday(day, today, locale)
          : dayText(day, today, locale);
  return <time dateTime={day}>{text}</time>;
}

export interface TimeTextProps {
  /** ISO text with an offset, or null for a dash. */
  readonly at: string | null;
  /** `ago` 3 天前 in lists, `timeline` 今天 13:44, `clock` 13:44 on today's rows, `exact` 2026-11-17 13:44. */
  readonly as?: 'ago' | 'timeline' | 'clock' | 'exact';
}

/** An instant, in the organisation's zone; hover shows it exactly. */
export function TimeText({ at, as = 'ago' }: TimeTextProps) {
  const { locale: lang, zone } = useUi();
  const now = useNow();
  if (!at) return <>{NONE}</>;
  const instant = new Date(at);
  const reader = { lang, zone, now };
  const exact = exactInstantText(instant, reader);
  const isToday = dayOf(instant, zone) === dayOf(now, zone);
  const timeline = as === 'clock' && isToday ? timeOf(instant, zone) : timelineText(instant, reader);
  const text = as === 'ago' ? elapsedText(instant, reader) : as === 'exact' ? exact : timeline;
  return (
    <time dateTime={at} title={exact}>
      {text}
    </time>
  );
}
