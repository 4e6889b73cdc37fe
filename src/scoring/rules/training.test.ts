import { expect, test } from 'vitest';
import { sigmoid } from '#kernel/values/logistic.ts';
import type { Example, LeadFacts, Training } from '../model.ts';
import { columnNamed, columnsOf } from './features.ts';
import { areaUnderCurve, brierScore, decilesOf } from './judging.ts';
import { likelyOf, scoreByModel } from './predicting.ts';
import { trainModel } from './training.ts';

/** Mulberry32: the same leads every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const none = {
  formSubmit: 0,
  callConnected: 0,
  visit: 0,
  meeting: 0,
  messageReply: 0,
  note: 0,
  callMissed: 0,
};
const channels = ['referral', 'search', 'social', 'media'] as const;
const goodness = { referral: 1.6, search: 0, social: -0.4, media: -1.4 };
const start = Date.parse('2026-01-01T00:00:00Z');

/** A world whose truth is known: channel, staff and connected calls decide; the rest is noise. */
function truth(facts: LeadFacts, strength: number): number {
  const staff = Math.log10(1 + (facts.staffCount ?? 0)) - 2;
  const channel = goodness[facts.channel as keyof typeof goodness];
  return sigmoid(strength * (channel + 1.1 * staff + 0.6 * Math.min(3, facts.touches.callConnected) - 0.8));
}

function company(n: number, seed: number, strength = 1): (Example & { likely: number })[] {
  const random = dice(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: n }, (_, at) => {
    const facts: LeadFacts = {
      channel: pick(channels),
      industry: pick(['电子', '包装', '食品']),
      region: pick(['杭州', '上海', '深圳']),
      captureMethod: pick(['form', 'manual']),
      registeredCapital: random() < 0.8 ? String(Math.floor(random() * 1e8)) : null,
      staffCount: random() < 0.9 ? Math.floor(10 ** (1 + random() * 2)) : null,
      expectedAmount: null,
      hasEmail: random() < 0.5,
      hasPhone: true,
      hasTitle: random() < 0.5,
      hasCampaign: random() < 0.3,
      touches: { ...none, callConnected: Math.floor(random() * 4), callMissed: Math.floor(random() * 3) },
    };
    const likely = truth(facts, strength);
    return {
      facts,
      likely,
      converted: random() < likely,
      at: new Date(start + at * 3_600_000).toISOString(),
    };
  });
}

function usable(training: Training) {
  if (training.unusable === 'too_few') throw new Error('too few');
  return training;
}

test('a model finds the truth it was shown: ranking, calibration and lift on leads it never saw', () => {
  const { unusable, model, report, converted, lost } = usable(trainModel(company(3_000, 1)));
  expect(unusable).toBeNull();
  expect(converted + lost).toBe(3_000);
  expect(report.auc).toBeGreaterThan(0.75);
  expect(report.brier).toBeLessThan(report.baseBrier * 0.9);
  expect(report.deciles[0]?.lift).toBeGreaterThan(1.5);
  expect(report.deciles.at(-1)?.lift).toBeLessThan(0.5);

  const fresh = company(6_000, 2);
  const verdicts = fresh.map(({ facts, converted: came }) => ({
    likely: likelyOf(model, facts),
    converted: came,
  }));
  const best = fresh.map(({ likely, converted: came }) => ({ likely, converted: came }));
  // Nobody can rank better than the truth itself.
  expect(areaUnderCurve(verdicts)).toBeGreaterThan(areaUnderCurve(best) - 0.02);
  expect(brierScore(verdicts)).toBeLessThan(brierScore(best) + 0.01);
  for (let low = 0; low < 1; low += 0.2) {
    const group = verdicts.filter(({ likely }) => likely >= low && likely < low + 0.2);
    if (group.length < 200) continue;
    const said = group.reduce((sum, { likely }) => sum + likely, 0) / group.length;
    const came = group.filter(({ converted: yes }) => yes).length / group.length;
    expect(Math.abs(said - came), `where it said ${said}`).toBeLessThan(0.07);
  }
});

test('weights point the way of the truth', () => {
  const { model } = usable(trainModel(company(3_000, 1)));
  const weight = (key: string) => model.features.find((feature) => feature.key === key)?.weight ?? 0;
  expect(weight('channel=referral')).toBeGreaterThan(0.2);
  expect(weight('channel=media')).toBeLessThan(-0.2);
  expect(weight('touch:callConnected')).toBeGreaterThan(0.2);
  expect(weight('staffCount')).toBeGreaterThan(0.1);
  expect(Math.abs(weight('hasEmail'))).toBeLessThan(0.15);
});

test('the same leads give the same model, in whatever order they come', () => {
  const leads = company(500, 3);
  const once = trainModel(leads);
  expect(trainModel(leads)).toEqual(once);
  expect(trainModel([...leads].reverse())).toEqual(once);
});

test('fewer than fifty of either outcome teach nothing', () => {
  const leads = company(400, 4);
  const won = leads.filter(({ converted }) => converted);
  const lost = leads.filter(({ converted }) => !converted);
  expect(trainModel([...won.slice(0, 49), ...lost])).toEqual({
    unusable: 'too_few',
    converted: 49,
    lost: lost.length,
  });
  expect(trainModel([...won, ...lost.slice(0, 49)]).unusable).toBe('too_few');
  expect(trainModel([...won.slice(0, 50), ...lost.slice(0, 50)]).unusable).not.toBe('too_few');
});

test('where chance decides, the model is not used', () => {
  const refused = Array.from({ length: 20 }, (_, seed) => trainModel(company(300, 100 + seed, 0)).unusable);
  expect(refused.filter((one) => one === 'worse_than_base').length).toBeGreaterThan(10);
});

test('no feature reads what an outcome sets', () => {
  const set = [
    ...[
      'status',
      'accountId',
      'contactId',
      'opportunityId',
      'convertedAt',
      'invalidReason',
      'ownerId',
      'poolId',
    ],
    ...[
      'class',
      'score',
      'scoreBand',
      'lastActivityAt',
      'nextContactAt',
      'funnelStep',
      'dealAmount',
      'wonAmount',
    ],
  ];
  const columns = columnsOf(company(500, 5).map(({ facts }) => facts));
  expect(columns.length).toBeGreaterThan(20);
  for (const { key, field } of columns) {
    expect(set).not.toContain(field);
    expect(set).not.toContain(key.split('=')[0]);
  }
  // A lead that carries its outcome beside the facts is read exactly like one that does not.
  const [lead] = company(1, 6);
  if (!lead) throw new Error('no lead');
  const telling = { ...lead.facts, status: 'converted', accountId: 'x', convertedAt: lead.at } as LeadFacts;
  for (const { key, of } of columns) expect(of(telling), key).toBe(of(lead.facts));
});

test('a value that was rare, or that a later version forgot, does not break a score', () => {
  const { model } = usable(trainModel(company(400, 7)));
  const [lead] = company(1, 8);
  if (!lead) throw new Error('no lead');
  const strange = { ...lead.facts, channel: 'other', industry: '=', region: null };
  const old = {
    ...model,
    features: [...model.features, { key: 'gone', field: null, mean: 1, scale: 1, weight: 9 }],
  };
  expect(columnNamed('gone')).toBeUndefined();
  expect(likelyOf(old, strange)).toBe(likelyOf(model, strange));
  const { score, reasons } = scoreByModel(model, strange, 0, { decayPercent: 10, decayDays: 7 });
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(100);
  expect(reasons.length).toBeLessThanOrEqual(3);
});

test('the area under the curve and the deciles of a case done by hand', () => {
  const verdicts = [0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.3, 0.2, 0.1, 0].map((likely, at) => ({
    likely,
    converted: [0, 1, 3, 5].includes(at),
  }));
  // 24 pairs: the won ones beat 6 + 6 + 5 + 4.5 of the lost.
  expect(areaUnderCurve(verdicts)).toBeCloseTo(21.5 / 24, 10);
  expect(decilesOf(verdicts).map(({ lift }) => lift)).toEqual([2.5, 2.5, 0, 2.5, 0, 2.5, 0, 0, 0, 0]);
});
