import type { Condition } from '#kernel/conditions/tree.ts';
import type { Ask } from '#kernel/values/figures.ts';
import { type AgeBand, ageBands, openStatuses, type ReportPeriod } from '../model.ts';

/** What the lead board looks at. */
export interface BoardLook {
  readonly period: ReportPeriod;
  readonly owners: readonly string[] | null;
  /** This moment, as the database knows it. */
  readonly now: string;
}

const named = { month: 'thisMonth', quarter: 'thisQuarter', year: 'thisYear' } as const;
const list = 'leads.list';

const is = (field: string, value: string): Condition => ({ field, operator: '=', value });
const olderThan = (field: string, days: number): Condition => ({
  field,
  operator: 'olderThanDays',
  value: days,
});
const youngerThan = (field: string, days: number): Condition => ({
  combinator: 'and',
  not: true,
  rules: [olderThan(field, days)],
});
const empty = (field: string): Condition => ({ field, operator: 'empty' });

const open: Condition = { field: 'status', operator: 'in', value: openStatuses };
const held: Condition = { field: 'status', operator: 'in', value: ['pending', 'following'] };

/** Nobody has spoken with it: no call that was answered, no visit, no word worth the name; and it is no customer. */
const neverContacted: readonly Condition[] = [
  empty('lastEffectiveAt'),
  { field: 'status', operator: '!=', value: 'converted' },
];

/** No contact for more than so many days, counted from its arrival when there never was one. */
function silentFor(days: number): Condition {
  return {
    combinator: 'or',
    rules: [
      olderThan('lastEffectiveAt', days),
      { combinator: 'and', rules: [empty('lastEffectiveAt'), olderThan('capturedAt', days)] },
    ],
  };
}

const ages: Readonly<Record<AgeBand, readonly Condition[]>> = {
  week: [youngerThan('capturedAt', 7)],
  month: [olderThan('capturedAt', 7), youngerThan('capturedAt', 30)],
  quarter: [olderThan('capturedAt', 30), youngerThan('capturedAt', 90)],
  older: [olderThan('capturedAt', 90)],
};

/** Every number of the lead board, each the list of leads under a condition. */
export function boardAsks(look: BoardLook): Ask[] {
  const whose: Condition[] = look.owners ? [{ field: 'ownerId', operator: 'in', value: look.owners }] : [];
  const ask = (id: string, rules: readonly Condition[], groupBy?: string): Ask => ({
    id,
    list,
    rules: [...rules, ...whose],
    measures: [{ key: id, fn: 'count' }],
    ...(groupBy ? { groupBy } : {}),
  });
  return [...contactAsks(look, ask), ...loadAsks(look, ask), ...stageAsks(ask), ...sleepingAsks(ask)];
}

type Make = (id: string, rules: readonly Condition[], groupBy?: string) => Ask;

/** Of the leads captured in the period: never contacted, answered, and how fast. */
function contactAsks({ period }: BoardLook, ask: Make): Ask[] {
  const cohort: Condition[] =
    period === 'all' ? [] : [{ field: 'capturedAt', operator: 'within', value: named[period] }];
  const answered: Condition[] = [{ field: 'responseHours', operator: 'notEmpty' }, ...cohort];
  const middle = {
    ...ask('answered', answered),
    measures: [{ key: 'responseMedian', fn: 'median' as const, field: 'responseHours' }],
  };
  const parts = (['channel', 'owner'] as const).flatMap((by) => {
    const groupBy = by === 'channel' ? 'channel' : 'ownerId';
    return [
      ask(`captured.${by}`, cohort, groupBy),
      ask(`never.${by}`, [...neverContacted, ...cohort], groupBy),
      {
        ...ask(`answered.${by}`, answered, groupBy),
        measures: [
          { key: `answered.${by}`, fn: 'count' as const },
          { key: `responseHours.${by}`, fn: 'sum' as const, field: 'responseHours' },
          { key: `responseMedian.${by}`, fn: 'median' as const, field: 'responseHours' },
        ],
      },
    ];
  });
  return [...parts, middle];
}

/** What each person sits on now, what of it is late, and what he turned into customers this month. */
function loadAsks({ now }: BoardLook, ask: Make): Ask[] {
  return [
    ask('held', [held], 'ownerId'),
    ask('overdue', [held, { field: 'nextContactAt', operator: '<', value: now }], 'ownerId'),
    ask('silent', [held, silentFor(7)], 'ownerId'),
    ask(
      'convertedNow',
      [is('status', 'converted'), { field: 'convertedAt', operator: 'within', value: 'thisMonth' }],
      'ownerId',
    ),
  ];
}

/** Open leads by state and age; and of the settled ones how they ended. */
function stageAsks(ask: Make): Ask[] {
  return [
    ...ageBands.map((band) => ask(`age.${band}`, [open, ...ages[band]], 'status')),
    ask('stage', [], 'status'),
  ];
}

/** Open leads that nobody speaks with, and those that have been open for long. */
function sleepingAsks(ask: Make): Ask[] {
  return [
    ask('open', [open]),
    ask('sleeping', [open, silentFor(30)]),
    ask('over30', [open, olderThan('capturedAt', 30)]),
    ask('over90', [open, olderThan('capturedAt', 90)]),
  ];
}
