import { describe, expect, test } from 'vitest';
import {
  dayRangeText,
  dayText,
  elapsedText,
  exactInstantText,
  fullDayText,
  monthText,
  nearDayText,
  timelineText,
  weekdayText,
} from './date-text.ts';
import { clockText, countdownText, durationText } from './duration-text.ts';
import { addHours, addMinutes, readInstant, secondsBetween } from './instant.ts';

const today = '2026-11-17';
const now = new Date('2026-11-17T15:00:00+08:00');
const zh = { lang: 'zh', zone: 'Asia/Shanghai', now } as const;
const en = { lang: 'en', zone: 'Asia/Shanghai', now } as const;
const at = (text: string) => new Date(`${text}+08:00`);

describe('days on screen', () => {
  test('near days have no year, far ones have', () => {
    expect([dayText('2026-11-17', today, 'zh'), dayText('2026-11-17', today, 'en')]).toEqual([
      '11月17日',
      '17 Nov',
    ]);
    expect([dayText('2027-06-30', today, 'zh'), dayText('2027-06-30', today, 'en')]).toEqual([
      '2027-06-30',
      '30 Jun 2027',
    ]);
    expect(dayText('2027-05-16', today, 'zh')).toBe('5月16日');
    expect(dayText('2027-05-17', today, 'zh')).toBe('2027-05-17');
    expect([dayText(null, today, 'zh'), fullDayText('2026-11-17', 'zh')]).toEqual(['—', '2026-11-17']);
  });
  test('spans', () => {
    expect(dayRangeText('2026-11-01', '2026-11-17', today, 'zh')).toBe('11月1日 到 11月17日');
    expect(dayRangeText('2026-11-01', '2026-11-17', today, 'en')).toBe('1–17 Nov');
    expect(dayRangeText('2026-10-28', '2026-11-17', today, 'en')).toBe('28 Oct – 17 Nov');
    expect(dayRangeText('2026-01-01', '2026-11-17', today, 'zh')).toBe('2026-01-01 到 2026-11-17');
  });
  test('months and due days', () => {
    expect([monthText('2026-11', 'zh'), monthText('2026-11', 'en')]).toEqual(['2026年11月', 'Nov 2026']);
    expect(nearDayText('2026-11-18', today, 'zh')).toBe('明天');
    expect(nearDayText('2026-11-19', today, 'zh')).toBe('11月19日');
  });
});

describe('times on screen', () => {
  test('the timeline follows the calendar', () => {
    expect(timelineText(at('2026-11-17T13:44'), zh)).toBe('今天 13:44');
    expect(timelineText(at('2026-11-17T13:44'), en)).toBe('today 13:44');
    expect(timelineText(at('2026-11-16T23:59'), zh)).toBe('昨天 23:59');
    expect(timelineText(at('2026-11-10T09:00'), zh)).toBe('11月10日 09:00');
  });
  test('lists follow the time elapsed, up to six days', () => {
    expect(elapsedText(addMinutes(now, -0.5), zh)).toBe('刚刚');
    expect(elapsedText(addHours(now, -23.9), zh)).toBe('23 小时前');
    expect(elapsedText(addHours(now, -72), zh)).toBe('3 天前');
    expect(elapsedText(addHours(now, -72), en)).toBe('3d ago');
    expect(elapsedText(addHours(now, -24 * 7 + 1), zh)).toBe('6 天前');
    expect(elapsedText(addHours(now, -24 * 7), zh)).toBe('11月10日');
    expect([elapsedText(addHours(now, 2), zh), elapsedText(addHours(now, 2), en)]).toEqual([
      '2 小时后',
      'in 2h',
    ]);
  });
  test('exactly on hover', () => {
    expect(exactInstantText(at('2026-11-17T13:44'), zh)).toBe('2026-11-17 13:44');
    expect(exactInstantText(null, zh)).toBe('—');
  });
});

describe('durations', () => {
  test('in the two largest units', () => {
    expect([durationText(252, 'zh'), durationText(252, 'en')]).toEqual(['4 分 12 秒', '4m 12s']);
    expect([durationText(100_800, 'zh'), durationText(100_800, 'en')]).toEqual(['1 天 4 时', '1d 4h']);
    expect([durationText(32_400, 'zh'), durationText(0, 'zh'), durationText(null, 'zh')]).toEqual([
      '9 小时',
      '0 秒',
      '—',
    ]);
    expect(durationText(86_459, 'zh')).toBe('1 天');
  });
  test('countdowns', () => {
    expect(countdownText(addHours(now, 28.5), now, 'zh')).toBe('1 天 4 时');
    expect(countdownText(addHours(now, 9.2), now, 'zh')).toBe('9 小时');
    expect(countdownText(addMinutes(now, 12), now, 'en')).toBe('12m');
    expect(countdownText(addMinutes(now, 0.5), now, 'zh')).toBe('不到 1 分钟');
    expect(countdownText(addMinutes(now, -1), now, 'zh')).toBe(null);
  });
  test('calls', () => {
    expect([clockText(106), clockText(180), clockText(3_729)]).toEqual(['1:46', '3:00', '1:02:09']);
  });
});

describe('instants', () => {
  test('need their offset', () => {
    expect(readInstant('2026-11-17T13:44:00+08:00')?.toISOString()).toBe('2026-11-17T05:44:00.000Z');
    expect(readInstant('2026-11-17T13:44:00')).toBe(null);
    expect(readInstant('2026-13-17T13:44:00Z')).toBe(null);
    expect(secondsBetween(now, addMinutes(now, 2))).toBe(120);
  });
});

test('the day of the week in both languages, also long ago', () => {
  expect([weekdayText('2026-11-17', 'zh'), weekdayText('2026-11-17', 'en')]).toEqual(['周二', 'Tue']);
  expect([weekdayText('2023-12-31', 'zh'), weekdayText('2024-01-01', 'zh')]).toEqual(['周日', '周一']);
});
