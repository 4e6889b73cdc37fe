import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay } from '#kernel/values/day.ts';
import { type ClockFacts, clockBase, daysLeft, dueAfter, dueOn, isDue, resumeOn } from './clock.ts';
import { nightAllowance, paceNights } from './pacing.ts';
import { warnedDueDays } from './warning.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => new Date(text);
const facts = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  trigger: 'notFollowed',
  days: 7,
  ownerSince: at('2026-11-01T02:00:00Z'),
  lastEffectiveAt: null,
  notBefore: null,
  zone,
  ...change,
});

describe('the day a lead goes back', () => {
  test('is strictly more than N days after its base: end of June and 90 days is private through 28 September', () => {
    expect(dueAfter('2026-06-30', 90)).toBe('2026-09-29');
    expect(isDue('2026-09-29', '2026-09-28')).toBe(false);
    expect(isDue('2026-09-29', '2026-09-29')).toBe(true);
  });

  test('counts from the owner when nobody ever followed it up', () => {
    expect(dueOn(facts())).toBe('2026-11-09');
    expect(clockBase(facts()).from).toBe('owned');
  });

  test('counts in days of the organisation: a minute before midnight is the day before', () => {
    expect(dueOn(facts({ ownerSince: at('2026-11-01T15:59:00Z') }))).toBe('2026-11-09');
    expect(dueOn(facts({ ownerSince: at('2026-11-01T16:00:00Z') }))).toBe('2026-11-10');
  });

  test('a follow-up of a former owner does not count', () => {
    expect(dueOn(facts({ lastEffectiveAt: at('2026-10-20T02:00:00Z') }))).toBe('2026-11-09');
  });

  test('no follow-up helps a lead that was to be converted', () => {
    const followed = { lastEffectiveAt: at('2026-11-20T02:00:00Z') };
    expect(dueOn(facts(followed))).toBe('2026-11-28');
    expect(dueOn(facts({ ...followed, trigger: 'notConverted' }))).toBe('2026-11-09');
  });

  test('is there, after its base, for every lead that was ever owned', () => {
    const instant = fc.date({
      min: at('2020-01-01T00:00:00Z'),
      max: at('2035-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instant,
        fc.option(instant),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(zone, 'America/New_York', 'UTC', 'Europe/Berlin'),
        (ownerSince, lastEffectiveAt, days, where) => {
          const one = facts({ ownerSince, lastEffectiveAt, days, zone: where });
          const due = dueOn(one);
          const base = new Date(Math.max(ownerSince.getTime(), lastEffectiveAt?.getTime() ?? 0));
          expect(daysBetween(dayOf(base, where), due)).toBe(days + 1);
          // Through its last day it is private, at 00:00 of the next it goes.
          expect(isDue(due, dayOf(new Date(startOfDay(due, where).getTime() - 1), where))).toBe(false);
          expect(isDue(due, dayOf(startOfDay(due, where), where))).toBe(true);
        },
      ),
    );
  });

  test('a follow-up never brings it nearer', () => {
    const instant = fc.date({
      min: at('2020-01-01T00:00:00Z'),
      max: at('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, (ownerSince, lastEffectiveAt) => {
        expect(dueOn(facts({ ownerSince, lastEffectiveAt })) >= dueOn(facts({ ownerSince }))).toBe(true);
      }),
    );
  });
});

describe('after a pause', () => {
  const paused = { pausedOn: '2026-11-10', resumedOn: '2026-11-20', days: 7 };
  test('a lead has again what was left', () => {
    expect(resumeOn({ ...paused, baseDay: '2026-11-05', left: 3 })).toBe('2026-11-23');
  });
  test('one followed up or taken over meanwhile has the whole period', () => {
    expect(resumeOn({ ...paused, baseDay: '2026-11-12', left: 3 })).toBe('2026-11-28');
    expect(resumeOn({ ...paused, baseDay: '2026-11-12', left: null })).toBe('2026-11-28');
  });
  test('no pause lets a lead go earlier than without it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (before, length) => {
        const baseDay = addDays(paused.pausedOn, -before);
        const due = dueAfter(baseDay, paused.days);
        const left = daysBetween(paused.pausedOn, due);
        const resumedOn = addDays(paused.pausedOn, length);
        expect(resumeOn({ ...paused, resumedOn, baseDay, left }) >= due).toBe(true);
      }),
    );
  });
});

test('what is left is never negative', () => {
  expect(daysLeft('2026-11-09', '2026-11-02')).toBe(7);
  expect(daysLeft('2026-11-09', '2026-11-20')).toBe(0);
});

describe('the nights to come', () => {
  test('a fifth of what one holds, but always one', () => {
    expect([nightAllowance(43, 20), nightAllowance(3, 20), nightAllowance(0, 20)]).toEqual([8, 1, 1]);
  });
  test('the rest waits for the next night', () => {
    expect(paceNights(50, [30, 0, 0], 20)).toEqual({ going: [10, 8, 6], waiting: 6 });
  });
  test('nobody loses more than his share, nothing is lost or doubled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 100 }),
        (extra, due, share) => {
          const held = extra + due.reduce((sum, count) => sum + count, 0);
          const { going, waiting } = paceNights(held, due, share);
          expect(going.reduce((sum, count) => sum + count, waiting)).toBe(held - extra);
          let left = held;
          for (const count of going) {
            expect(count).toBeLessThanOrEqual(nightAllowance(left, share));
            left -= count;
          }
        },
      ),
    );
  });
});

describe('warnings', () => {
  test('go out 7, 3 and 1 days before', () => {
    const days = warnedDueDays('2026-11-10', '2026-11-09', [7, 3, 1]);
    expect(days.map(({ until }) => until)).toEqual(['2026-11-11', '2026-11-13', '2026-11-17']);
    expect(days.map(({ after }) => after)).toEqual(['2026-11-10', '2026-11-12', '2026-11-16']);
  });
  test('a lead passes every threshold once, whatever days the server slept', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }),
        (awake) => {
          const start = '2026-11-10';
          const due = addDays(start, 12);
          const told: number[] = [];
          let last: string | null = start;
          for (const offset of [...awake].sort((one, other) => one - other)) {
            const today = addDays(start, offset);
            for (const { after, until, threshold } of warnedDueDays(today, last, [7, 3, 1]))
              if (due > after && due <= until) told.push(threshold);
            last = today;
          }
          expect(new Set(told).size).toBe(told.length);
          const awakeBefore = awake.filter((offset) => offset < 12).map((offset) => 12 - offset);
          for (const threshold of [7, 3, 1])
            expect(told.includes(threshold)).toBe(awakeBefore.some((left) => left <= threshold));
        },
      ),
    );
  });
});
