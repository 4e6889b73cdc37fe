import type { Condition } from '#kernel/conditions/tree.ts';
import type { ClassRule, ScorePlan } from '../model.ts';

const ruleId = (n: number) => `0199c1a5-0000-7000-8000-${String(n).padStart(12, '0')}`;
const all = (...rules: readonly Condition[]): Condition => ({ combinator: 'and', rules });
const any = (...rules: readonly Condition[]): Condition => ({ combinator: 'or', rules });

/** The class rules that everybody starts with. A is the product's example: each limit is strict, 5000万 itself is not A. */
export const firstClassRules: readonly ClassRule[] = [
  {
    id: ruleId(1),
    class: 'A',
    condition: all(
      { field: 'registeredCapital', operator: '>', value: '50000000' },
      { field: 'staffCount', operator: '>', value: 100 },
      { field: 'channel', operator: 'in', value: ['social'] },
    ),
  },
  {
    id: ruleId(2),
    class: 'B',
    condition: all(
      { field: 'registeredCapital', operator: '>', value: '10000000' },
      { field: 'staffCount', operator: '>', value: 100 },
    ),
  },
  {
    id: ruleId(3),
    class: 'C',
    condition: any(
      { field: 'registeredCapital', operator: '>', value: '5000000' },
      { field: 'staffCount', operator: '>', value: 40 },
    ),
  },
  {
    id: ruleId(4),
    class: 'D',
    condition: any(
      { field: 'registeredCapital', operator: 'notEmpty' },
      { field: 'staffCount', operator: 'notEmpty' },
    ),
  },
];

/** The points that everybody starts with. */
export const firstScorePlan: ScorePlan = {
  fit: [
    { id: ruleId(11), points: 15, condition: all({ field: 'staffCount', operator: '>', value: 100 }) },
    {
      id: ruleId(12),
      points: 15,
      condition: all({ field: 'registeredCapital', operator: '>', value: '50000000' }),
    },
    {
      id: ruleId(13),
      points: 10,
      condition: all({ field: 'expectedAmount', operator: '>=', value: '200000' }),
    },
    {
      id: ruleId(14),
      points: 10,
      condition: any(
        { field: 'title', operator: 'contains', value: '总' },
        { field: 'title', operator: 'contains', value: '厂长' },
        { field: 'title', operator: 'contains', value: 'director' },
      ),
    },
    {
      id: ruleId(15),
      points: 10,
      condition: all({ field: 'channel', operator: 'in', value: ['referral', 'website', 'hotline'] }),
    },
    { id: ruleId(16), points: 5, condition: all({ field: 'email', operator: 'notEmpty' }) },
    {
      id: ruleId(17),
      points: -10,
      condition: all({ field: 'phone', operator: 'empty' }, { field: 'email', operator: 'empty' }),
    },
  ],
  touches: [
    { kind: 'formSubmit', points: 10, most: 1 },
    { kind: 'callConnected', points: 10, most: 3 },
    { kind: 'visit', points: 20, most: 2 },
    { kind: 'meeting', points: 15, most: 2 },
    { kind: 'messageReply', points: 5, most: 3 },
    { kind: 'note', points: 2, most: 3 },
    { kind: 'callMissed', points: -2, most: 5 },
  ],
  decayPercent: 10,
  decayDays: 7,
};
