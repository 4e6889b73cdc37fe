import type { Condition } from '#kernel/conditions/tree.ts';
import type { Ask } from '#kernel/values/figures.ts';
import { addMonthsToMonth, endOfMonth, monthOf } from '#kernel/values/period.ts';
import { type Block, funnelSteps, type Scope } from '../model.ts';

const named = { month: 'thisMonth', quarter: 'thisQuarter', year: 'thisYear' } as const;
const monthsShown = 12;

const is = (field: string, value: string): Condition => ({ field, operator: '=', value });
const positive = (field: string): Condition => ({ field, operator: '>', value: '0' });

function within(field: string, { period }: Scope): Condition[] {
  return period === 'all' ? [] : [{ field, operator: 'within', value: named[period] }];
}

function whose({ owners }: Scope): Condition[] {
  return owners === null ? [] : [{ field: 'ownerId', operator: 'in', value: owners }];
}

/** Every question a set of blocks has, each defined once for all screens. */
export function asksFor(blocks: readonly Block[], scope: Scope): Ask[] {
  const chapters: Record<Block, (of: Scope) => Ask[]> = {
    day: () => [],
    money: moneyAsks,
    funnel: funnelAsks,
    pipeline: pipelineAsks,
    team: teamAsks,
    channels: channelAsks,
    ageing: ageingAsks,
    months: monthAsks,
  };
  return blocks.flatMap((block) => chapters[block](scope));
}

/** Signed by the day of signature, money in by the bank's day; what is open and late is always that of today. */
function moneyAsks(scope: Scope): Ask[] {
  const currency = is('currency', scope.currency);
  const open = [positive('openAmount'), currency, ...whose(scope)];
  return [
    {
      id: 'outstanding',
      list: 'receivables.list',
      rules: open,
      measures: [{ key: 'outstanding', fn: 'sum', field: 'openAmount' }],
    },
    {
      id: 'overdue',
      list: 'receivables.list',
      rules: [positive('overdueDays'), ...open],
      measures: [
        { key: 'overdue', fn: 'sum', field: 'openAmount' },
        { key: 'overdueLines', fn: 'count' },
      ],
    },
    ...signedAsks(scope),
  ];
}

function signedAsks(scope: Scope, groupBy?: string): Ask[] {
  const currency = is('currency', scope.currency);
  const by = groupBy ? { groupBy } : {};
  const key = (name: string) => (groupBy ? `team.${name}` : name);
  return [
    {
      id: key('contracted'),
      list: 'contracts.list',
      rules: [is('status', 'active'), ...within('signedOn', scope), currency, ...whose(scope)],
      measures: [
        { key: key('contracted'), fn: 'sum', field: 'amount' },
        { key: key('contracts'), fn: 'count' },
      ],
      ...by,
    },
    {
      id: key('received'),
      list: 'receipts.list',
      rules: [...within('bankDate', scope), currency, ...whose(scope)],
      measures: [{ key: key('received'), fn: 'sum', field: 'amount' }],
      ...by,
    },
  ];
}

/** Leads captured in the period, by how far each has come until today. */
function funnelAsks(scope: Scope): Ask[] {
  const cohort = [...within('capturedAt', scope), ...whose(scope)];
  return [
    {
      id: 'funnel',
      list: 'leads.list',
      rules: cohort,
      groupBy: 'funnelStep',
      steps: funnelSteps,
      measures: [
        { key: 'funnel', fn: 'count' },
        { key: 'funnelDeals', fn: 'sum', field: 'dealAmount' },
        { key: 'funnelWon', fn: 'sum', field: 'wonAmount' },
      ],
    },
    {
      id: 'held',
      list: 'leads.list',
      rules: [heldRule, ...whose(scope)],
      measures: [{ key: 'held', fn: 'count' }],
    },
  ];
}

const heldRule: Condition = { field: 'status', operator: 'in', value: ['pending', 'following'] };

/** Forecast = Σ amount × win rate of open deals; won ones count whole, and only in what is expected altogether. */
function pipelineAsks(scope: Scope): Ask[] {
  const won: Condition = {
    combinator: 'and',
    rules: [is('status', 'won'), ...within('closedAt', scope)],
  };
  return [
    {
      id: 'pipeline',
      list: 'opportunities.list',
      rules: [is('status', 'open'), ...whose(scope)],
      groupBy: 'stage',
      measures: [
        { key: 'deals', fn: 'count' },
        { key: 'dealAmount', fn: 'sum', field: 'amount' },
        { key: 'forecast', fn: 'sum', field: 'weighted' },
      ],
    },
    {
      id: 'won',
      list: 'opportunities.list',
      rules: [...won.rules, ...whose(scope)],
      measures: [
        { key: 'wonDeals', fn: 'count' },
        { key: 'wonAmount', fn: 'sum', field: 'amount' },
      ],
    },
    {
      id: 'expected',
      list: 'opportunities.list',
      rules: [{ combinator: 'or', rules: [is('status', 'open'), won] }, ...whose(scope)],
      measures: [{ key: 'expected', fn: 'sum', field: 'weighted' }],
    },
  ];
}

function teamAsks(scope: Scope): Ask[] {
  const groupBy = 'ownerId';
  const ask = (id: string, list: string, rules: readonly Condition[], field?: string): Ask => ({
    id: `team.${id}`,
    list,
    rules: [...rules, ...whose(scope)],
    groupBy,
    measures: [field ? { key: `team.${id}`, fn: 'sum', field } : { key: `team.${id}`, fn: 'count' }],
  });
  return [
    ask('held', 'leads.list', [heldRule]),
    ask('following', 'leads.list', [is('status', 'following')]),
    ask('deals', 'opportunities.list', [is('status', 'open')]),
    ask('forecast', 'opportunities.list', [is('status', 'open')], 'weighted'),
    ...signedAsks(scope, groupBy),
  ];
}

function channelAsks(scope: Scope): Ask[] {
  const cohort = [...within('capturedAt', scope), ...whose(scope)];
  return [
    {
      id: 'channel.leads',
      list: 'leads.list',
      rules: cohort,
      groupBy: 'channel',
      measures: [{ key: 'channel.leads', fn: 'count' }],
    },
    {
      id: 'channel.converted',
      list: 'leads.list',
      rules: [is('status', 'converted'), ...cohort],
      groupBy: 'channel',
      measures: [{ key: 'channel.converted', fn: 'count' }],
    },
  ];
}

function ageingAsks(scope: Scope): Ask[] {
  const currency = is('currency', scope.currency);
  return [
    {
      id: 'ageing',
      list: 'receivables.list',
      rules: [positive('openAmount'), currency, ...whose(scope)],
      groupBy: 'bucket',
      measures: [
        { key: 'ageing', fn: 'sum', field: 'openAmount' },
        { key: 'ageingLines', fn: 'count' },
      ],
    },
    {
      id: 'unallocated',
      list: 'receipts.list',
      rules: [positive('remaining'), currency, ...whose(scope)],
      measures: [
        { key: 'unallocated', fn: 'sum', field: 'remaining' },
        { key: 'unallocatedReceipts', fn: 'count' },
      ],
    },
  ];
}

/** The last twelve months, this one included, whatever the chosen period. */
function monthAsks(scope: Scope): Ask[] {
  const last = monthOf(scope.today);
  return Array.from({ length: monthsShown }, (_, at) => {
    const month = addMonthsToMonth(last, at + 1 - monthsShown);
    const days: string[] = [`${month}-01`, endOfMonth(`${month}-01`)];
    const between = (field: string): Condition => ({ field, operator: 'between', value: days });
    const rest = [is('currency', scope.currency), ...whose(scope)];
    return [
      {
        id: `month.contracted.${month}`,
        list: 'contracts.list',
        rules: [is('status', 'active'), between('signedOn'), ...rest],
        measures: [{ key: `month.contracted.${month}`, fn: 'sum', field: 'amount' }],
      },
      {
        id: `month.received.${month}`,
        list: 'receipts.list',
        rules: [between('bankDate'), ...rest],
        measures: [{ key: `month.received.${month}`, fn: 'sum', field: 'amount' }],
      },
    ] satisfies Ask[];
  }).flat();
}
