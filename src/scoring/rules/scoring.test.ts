import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#kernel/conditions/evaluate.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { leadObject } from '#leads/fields.ts';
import { type ScorePlan, type TouchCounts, touchKinds } from '../model.ts';
import { firstClassRules, firstScorePlan } from './first-rules.ts';
import { ruleProblems } from './rule-checks.ts';
import { bandOf, decayed, isWorthKeeping, scoreByRules } from './scoring.ts';

const none: TouchCounts = {
  ...{ formSubmit: 0, callConnected: 0, visit: 0, meeting: 0, messageReply: 0, note: 0, callMissed: 0 },
};
const nothing = firstScorePlan.fit.map(() => false);
const moment = { actorId: '', now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' };
const definition: ObjectDefinition = leadObject;

function classOf(lead: Record<string, unknown>) {
  return (
    firstClassRules.find(({ condition }) => evaluate(condition, lead, definition, moment))?.class ?? null
  );
}

test('class A: capital over 50 million and more than a hundred people and social media, each limit strict', () => {
  const lead = { registeredCapital: '50000000.01', staffCount: 101, channel: 'social' };
  expect(classOf(lead)).toBe('A');
  expect(classOf({ ...lead, registeredCapital: '50000000.00' })).toBe('B');
  expect(classOf({ ...lead, staffCount: 100 })).toBe('C');
  expect(classOf({ ...lead, channel: 'search' })).toBe('B');
  expect(classOf({ channel: 'social' })).toBeNull();
});

test('the rules everybody starts with can be saved as they are', () => {
  for (const { condition } of firstClassRules)
    expect(ruleProblems(condition, 'class', definition, {})).toEqual([]);
  for (const { condition } of firstScorePlan.fit)
    expect(ruleProblems(condition, 'score', definition, {})).toEqual([]);
});

test('a rule that says nothing, turns in a circle, means whoever looks, or costs too much is refused', () => {
  const codes = (condition: Parameters<typeof ruleProblems>[0], kind: 'class' | 'score' = 'class') =>
    ruleProblems(condition, kind, definition, {}).map(({ code }) => code);
  expect(codes({ combinator: 'and', rules: [] })).toEqual(['condition_required']);
  expect(codes({ field: 'class', operator: '=', value: 'A' })).toEqual(['field_of_itself']);
  expect(codes({ field: 'score', operator: '>', value: 5 }, 'score')).toEqual(['field_of_itself']);
  expect(codes({ field: 'score', operator: '>', value: 5 })).toEqual([]);
  expect(codes({ field: 'ownerId', operator: '=', value: '@me' })).toEqual(['nobody_is_me']);
  expect(codes({ field: 'funnelStep', operator: 'in', value: ['won'] })).toEqual(['field_too_costly']);
  expect(codes({ field: 'nope', operator: 'empty' })).toEqual(['unknown_field']);
});

test('bands begin at 80, 60 and 40', () => {
  expect([100, 80, 79, 60, 59, 40, 39, 0].map(bandOf).join('')).toBe('AABBCCDD');
});

test('a worked score: fit 40, two connected calls 20, a fortnight idle takes 19 % and says so', () => {
  const fit = nothing.map((_, at) => at < 3);
  const { score, band, reasons } = scoreByRules(
    { fit, touches: { ...none, callConnected: 2 }, idleDays: 14.4 },
    firstScorePlan,
  );
  expect({ score, band }).toEqual({ score: 49, band: 'C' });
  expect(reasons.map(({ key, points, n }) => [key.split(':')[0], points, n])).toEqual([
    ['touch', 20, 2],
    ['fit', 15, undefined],
    ['fit', 15, undefined],
  ]);
  const fresh = scoreByRules({ fit: nothing, touches: { ...none, visit: 1 }, idleDays: 6.9 }, firstScorePlan);
  expect(fresh.score).toBe(20);
  expect(
    scoreByRules({ fit: nothing, touches: { ...none, visit: 1 }, idleDays: 7 }, firstScorePlan),
  ).toMatchObject({
    score: 18,
    reasons: [
      { key: 'touch:visit', points: 20, n: 1 },
      { key: 'idle', points: -2, n: 7 },
    ],
  });
});

const plans = fc.record<ScorePlan>({
  fit: fc.array(
    fc.record({
      id: fc.uuid(),
      points: fc.integer({ min: -100, max: 100 }),
      condition: fc.constant({ combinator: 'and', rules: [] }),
    }),
    { maxLength: 8 },
  ),
  touches: fc.array(
    fc.record({
      kind: fc.constantFrom(...touchKinds),
      points: fc.integer({ min: -100, max: 100 }),
      most: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 7 },
  ),
  decayPercent: fc.integer({ min: 0, max: 100 }),
  decayDays: fc.integer({ min: 1, max: 365 }),
});
const facts = fc.record({
  fit: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  touches: fc.record(
    Object.fromEntries(touchKinds.map((kind) => [kind, fc.nat(50)])),
  ) as fc.Arbitrary<TouchCounts>,
  idleDays: fc.double({ min: 0, max: 3_000, noNaN: true }),
});

test('a score is a whole number from 0 to 100, whatever the plan', () => {
  fc.assert(
    fc.property(facts, plans, (lead, plan) => {
      const { score, band, reasons } = scoreByRules(lead, plan);
      expect(Number.isInteger(score)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(band).toBe(bandOf(score));
      expect(reasons.length).toBeLessThanOrEqual(3);
    }),
  );
});

test('more points never lower a score', () => {
  fc.assert(
    fc.property(facts, plans, fc.nat(7), fc.integer({ min: 1, max: 50 }), (lead, plan, at, more) => {
      const richer = {
        ...plan,
        fit: plan.fit.map((rule, n) => (n === at ? { ...rule, points: rule.points + more } : rule)),
      };
      const livelier = {
        ...plan,
        touches: plan.touches.map((rule, n) => (n === at ? { ...rule, points: rule.points + more } : rule)),
      };
      const { score } = scoreByRules(lead, plan);
      expect(scoreByRules(lead, richer).score).toBeGreaterThanOrEqual(score);
      expect(scoreByRules(lead, livelier).score).toBeGreaterThanOrEqual(score);
    }),
  );
});

test('waiting longer never raises a score', () => {
  fc.assert(
    fc.property(facts, plans, fc.double({ min: 0, max: 400, noNaN: true }), (lead, plan, wait) => {
      const later = { ...lead, idleDays: lead.idleDays + wait };
      expect(scoreByRules(later, plan).score).toBeLessThanOrEqual(scoreByRules(lead, plan).score);
    }),
  );
  expect(decayed(100, 6.99, firstScorePlan)).toBe(100);
  expect([7, 14, 70].map((days) => decayed(100, days, firstScorePlan))).toEqual([90, 81, 35]);
});

test('the history keeps another band or five points, not noise', () => {
  expect(isWorthKeeping({ score: 0, band: 'D' }, null)).toBe(true);
  expect(isWorthKeeping({ score: 64, band: 'B' }, { score: 60, band: 'B' })).toBe(false);
  expect(isWorthKeeping({ score: 65, band: 'B' }, { score: 60, band: 'B' })).toBe(true);
  expect(isWorthKeeping({ score: 59, band: 'C' }, { score: 60, band: 'B' })).toBe(true);
});
