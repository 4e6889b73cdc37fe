import { addDays, atTime, type Day, isDay } from './day.ts';
import { readInstant } from './instant.ts';

/** How a file means `3/4/2026`, when the file itself leaves no other reading. */
export type DateOrder = 'dmy' | 'mdy';

export interface ParsedDate {
  readonly day: Day;
  /** `13:44:05`, when the text has a time. */
  readonly time: string | null;
  /** Set when the text names its offset. */
  readonly instant: Date | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME =
  /(?:^|[\st,])(上午|下午|中午|晚上|凌晨|早上|am|pm)?\s*(\d{1,2})[:时点](?:(\d{1,2})分?(?:[:]?(\d{1,2})(?:\.\d+)?秒?)?)?\s*(am|pm)?$/;
const YEAR_FIRST = /^(\d{4}|\d{2}(?=年))\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})$/;
const NAMED_US = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/**
 * Reads a date as files carry it: `2026年5月1日`, `2026.5.17`, `20260419`, `2026/1/8 下午3:05`, `17 Nov 2026`, ISO text and
 * Excel serials (`46169`, 1900 system: 1950 to 2119 only, so that a head count is not taken for a date). Null when it is no existing day.
 */
export function parseDate(text: string, order?: DateOrder): ParsedDate | null {
  const instant = readInstant(text.trim());
  if (instant) {
    const [day = '', rest = ''] = text.trim().split('T');
    return isDay(day)
      ? { day, time: rest.slice(0, 8).replace(/^(\d\d:\d\d)[^:].*/, '$1:00'), instant }
      : null;
  }
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\(?(?:周|星期|礼拜)[一二三四五六日天]\)?/, ' ')
    .trim();
  if (SERIAL.test(plain)) return serial(Number(plain));
  const compact = COMPACT.exec(plain);
  if (compact) return dated(compact[1], compact[2], compact[3], clock(compact[4], compact[5], compact[6]));
  const found = TIME.exec(plain.replace(/日(?=\d)/, '日 '));
  const head = (found ? plain.replace(/日(?=\d)/, '日 ').slice(0, found.index) : plain).trim();
  const time = found ? clock(found[2], found[3], found[4], found[1] ?? found[5]) : null;
  return found && !time ? null : headOf(head, time, order);
}

function headOf(head: string, time: string | null, order?: DateOrder): ParsedDate | null {
  const [, year, month, day] = YEAR_FIRST.exec(head) ?? [];
  if (year) return dated(year.padStart(4, '20'), month, day, time);
  const [, first = '', second = '', last] = YEAR_LAST.exec(head) ?? [];
  if (last) {
    const monthFirst = Number(second) > 12 || (Number(first) <= 12 && order === 'mdy');
    const certain = Number(first) > 12 || Number(second) > 12 || first === second || order !== undefined;
    if (!certain) return null;
    return monthFirst ? dated(last, first, second, time) : dated(last, second, first, time);
  }
  const [, date, name, named] = NAMED.exec(head) ?? [];
  if (name) return dated(named, monthNumber(name), date, time);
  const [, nameUs, dateUs, yearUs] = NAMED_US.exec(head) ?? [];
  return nameUs ? dated(yearUs, monthNumber(nameUs), dateUs, time) : null;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name) + 1);
}

function dated(year = '', month = '', day = '', time: string | null = null): ParsedDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) && year >= '1000' ? { day: text, time, instant: null } : null;
}

function clock(hour?: string, minute = '0', second = '0', half?: string): string | null {
  if (hour === undefined) return null;
  let hours = Number(hour);
  if (/^(?:下午|晚上|pm)$/.test(half ?? '') && hours < 12) hours += 12;
  if (/^(?:上午|凌晨|am)$/.test(half ?? '') && hours === 12) hours = 0;
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return [hours, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

function serial(value: number): ParsedDate | null {
  if (value < 18_264 || value >= 80_354) return null;
  const seconds = Math.round((value % 1) * 86_400);
  const day = addDays('1899-12-30', Math.floor(value) + Math.floor(seconds / 86_400));
  const time = new Date((seconds % 86_400) * 1_000).toISOString().slice(11, 19);
  return { day, time: value % 1 === 0 ? null : time, instant: null };
}

/** The day of a text, as far as `parseDate` reads it. */
export function parseDay(text: string, order?: DateOrder): Day | null {
  return parseDate(text, order)?.day ?? null;
}

/** The instant of a text; without an offset it is wall-clock time in the zone, without a time the start of the day. */
export function parseInstant(text: string, zone: string, order?: DateOrder): Date | null {
  const found = parseDate(text, order);
  if (!found) return null;
  if (found.instant) return found.instant;
  const start = atTime(found.day, found.time?.slice(0, 5) ?? '00:00', zone);
  return new Date(start.getTime() + Number(found.time?.slice(6) ?? 0) * 1_000);
}
