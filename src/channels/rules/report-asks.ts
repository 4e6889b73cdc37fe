import type { Condition } from '#kernel/conditions/tree.ts';
import type { Ask } from '#kernel/values/figures.ts';
import type { Attribution, Basis, Grouping, ReportColumn, ReportPeriod } from '../model.ts';

/** What a channel report looks at. */
export interface Looked {
  readonly period: ReportPeriod;
  readonly attribution: Attribution;
  readonly basis: Basis;
  readonly by: Grouping;
  /** One channel only: its campaigns. */
  readonly channel: string | null;
  readonly currency: string;
  readonly today: string;
}

const named = { month: 'thisMonth', quarter: 'thisQuarter', year: 'thisYear' } as const;

const is = (field: string, value: string | boolean): Condition => ({ field, operator: '=', value });

function within(field: string, period: ReportPeriod): Condition[] {
  return period === 'all' ? [] : [{ field, operator: 'within', value: named[period] }];
}

/**
 * Every number of the report, each a list counted or summed: costs by their month, leads by the day they were captured,
 * results by their own day or by that of their lead.
 */
export function reportAsks(looked: Looked): Ask[] {
  const { attribution, basis, by, period, channel, currency, today } = looked;
  const groupBy = by === 'channel' ? 'channel' : 'campaignId';
  const only = channel ? [is('channel', channel)] : [];
  const share = `${attribution}Share`;
  const credited: Condition = { field: share, operator: '>', value: '0' };
  const ask = (key: ReportColumn, list: string, field: string, rules: readonly Condition[]): Ask => ({
    id: key,
    list,
    rules: [...rules, ...only],
    groupBy,
    measures: [{ key, fn: 'sum', field }],
  });
  const cohort = [...within('capturedAt', period), credited];
  const leads = (key: ReportColumn, ...rules: readonly Condition[]) =>
    ask(key, 'channelTouches.list', share, [...rules, ...cohort]);
  const results = [...within(basis === 'cohort' ? 'capturedAt' : 'happenedOn', period), credited];
  const result = (key: ReportColumn, kind: string, field: string, ...rules: readonly Condition[]) =>
    ask(key, 'channelResults.list', field, [is('kind', kind), ...rules, ...results]);
  const money = is('currency', currency);
  return [
    ask('cost', 'channelCosts.list', 'amount', [
      ...within('month', period),
      { field: 'month', operator: '<=', value: today },
    ]),
    leads('leads'),
    leads('reached', is('reached', true)),
    leads('followed', is('followed', true)),
    leads('converted', is('converted', true)),
    result('opportunities', 'opportunity', share),
    // As many contracts as there is money signed: the same rows, counted and summed.
    {
      ...result('signed', 'contract', `${attribution}Amount`, money),
      measures: [
        { key: 'signed', fn: 'sum', field: `${attribution}Amount` },
        { key: 'contracts', fn: 'sum', field: share },
      ],
    },
    result('collected', 'receipt', `${attribution}Amount`, money),
  ];
}
