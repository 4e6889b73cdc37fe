import { type Day, dayOf, daysBetween, timeOf } from './day.ts';
import { DAY_LENGTH, HOUR, MINUTE } from './instant.ts';
import type { Lang } from './lang.ts';
import { NONE } from './number-text.ts';
import { addMonths } from './period.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Whose eyes read a date: the language, the zone and what is now. */
export interface Reader {
  readonly lang: Lang;
  readonly zone: string;
  readonly now: Date;
}

function parts(day: Day): { year: string; month: number; date: number } {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** A far or contractual day: `2027-06-30`, `30 Jun 2027`. */
export function fullDayText(day: Day | null, lang: Lang): string {
  if (!day) return NONE;
  const { year, month, date } = parts(day);
  return lang === 'zh' ? day : `${date} ${MONTHS[month - 1]} ${year}`;
}

function shortDayText(day: Day, lang: Lang): string {
  const { month, date } = parts(day);
  return lang === 'zh' ? `${month}月${date}日` : `${date} ${MONTHS[month - 1]}`;
}

/** A day within six months of today without its year, `11月17日`, `17 Nov`; a farther one in full. */
export function dayText(day: Day | null, today: Day, lang: Lang): string {
  if (!day) return NONE;
  const near = day > addMonths(today, -6) && day < addMonths(today, 6);
  return near ? shortDayText(day, lang) : fullDayText(day, lang);
}

/** A month: `2026年11月`, `Nov 2026`. */
export function monthText(month: string, lang: Lang): string {
  const { year, month: number } = parts(`${month}-01`);
  return lang === 'zh' ? `${year}年${number}月` : `${MONTHS[number - 1]} ${year}`;
}

/** A span of days: `11月1日 到 11月17日`, `1–17 Nov`. */
export function dayRangeText(from: Day, to: Day, today: Day, lang: Lang): string {
  if (from === to) return dayText(from, today, lang);
  const near = [from, to].every((day) => dayText(day, today, lang) === shortDayText(day, lang));
  const text = (day: Day) => (near ? shortDayText(day, lang) : fullDayText(day, lang));
  if (lang === 'zh') return `${text(from)} 到 ${text(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${parts(from).date}–${text(to)}`;
  return `${text(from)} – ${text(to)}`;
}

const NAMED: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '0': { zh: '今天', en: 'today' },
  '-1': { zh: '昨天', en: 'yesterday' },
  '1': { zh: '明天', en: 'tomorrow' },
};

/** By the calendar, for timelines and plans: `今天 13:44`, `昨天 09:10`, `11月17日 13:44`. */
export function timelineText(instant: Date | null, reader: Reader): string {
  if (!instant) return NONE;
  const today = dayOf(reader.now, reader.zone);
  const day = dayOf(instant, reader.zone);
  return `${nearDayText(day, today, reader.lang)} ${timeOf(instant, reader.zone)}`;
}

/** A due day by the calendar: `今天`, `明天`, `昨天`, otherwise the day. */
export function nearDayText(day: Day | null, today: Day, lang: Lang): string {
  if (!day) return NONE;
  return NAMED[String(daysBetween(today, day))]?.[lang] ?? dayText(day, today, lang);
}

/** The whole instant, for hover and records: `2026-11-17 13:44`, `17 Nov 2026 13:44`. */
export function exactInstantText(instant: Date | null, reader: Pick<Reader, 'lang' | 'zone'>): string {
  if (!instant) return NONE;
  return `${fullDayText(dayOf(instant, reader.zone), reader.lang)} ${timeOf(instant, reader.zone)}`;
}

/** By time elapsed, for lists: `刚刚`, `23 小时前`, `3 天前`, `in 2h`; beyond six days the day itself. */
export function elapsedText(instant: Date | null, reader: Reader): string {
  if (!instant) return NONE;
  const zh = reader.lang === 'zh';
  const gap = reader.now.getTime() - instant.getTime();
  const size = Math.abs(gap);
  if (size < MINUTE) return zh ? '刚刚' : 'just now';
  if (size >= 7 * DAY_LENGTH) {
    return dayText(dayOf(instant, reader.zone), dayOf(reader.now, reader.zone), reader.lang);
  }
  const [unit, chinese, english] =
    size < HOUR ? [MINUTE, '分钟', 'm'] : size < DAY_LENGTH ? [HOUR, '小时', 'h'] : [DAY_LENGTH, '天', 'd'];
  const count = Math.floor(size / Number(unit));
  if (zh) return `${count} ${chinese}${gap > 0 ? '前' : '后'}`;
  return gap > 0 ? `${count}${english} ago` : `in ${count}${english}`;
}

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const A_MONDAY: Day = '2024-01-01';

/** The day of the week: `周二`, `Tue`. */
export function weekdayText(day: Day, lang: Lang): string {
  const since = daysBetween(A_MONDAY, day) % 7;
  return WEEKDAYS[lang][(since + 7) % 7] ?? '';
}
