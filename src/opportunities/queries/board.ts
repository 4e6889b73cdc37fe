import { sql } from 'kysely';
import { rightsFor, visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { fieldOf, rightOn } from '#kernel/fields.ts';
import { listPredicate } from '#kernel/lists/source.ts';
import { runList } from '#kernel/lists.ts';
import { addMoney } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';
import { opportunityObject } from '../fields.ts';
import type { Stage } from '../model.ts';
import { listStages, opportunitySource } from './opportunities.ts';

type Asked = Input<typeof contract.getBoard>;
type Answer = Output<typeof contract.getBoard>;
type Column = Answer['columns'][number];

interface Sum {
  readonly stage: string;
  readonly count: number;
  readonly amount: string;
  readonly weighted: string;
}

/** Deals close next first. */
const usualSort = 'expectedCloseOn';

/**
 * The kanban: every open stage, and what was won this month. Sums are exact for the reader's scope and filter,
 * however many deals there are; each column goes on as a list with the filter it carries.
 */
export async function getBoard(asked: Asked, step: Step): Promise<Answer> {
  const { items: stages } = await listStages({}, step);
  const shown = stages.filter((stage) => stage.kind === 'open' || stage.kind === 'won');
  const sort = asked.sort ?? usualSort;
  const sums = new Map<string, Sum>();
  for (const sum of await openSums(asked, step)) sums.set(sum.stage, sum);
  const columns: Column[] = [];
  const names: Record<string, string> = {};
  for (const stage of shown) {
    const filter = columnFilter(stage, asked.filter);
    if (stage.kind === 'won') sums.set(stage.key, await directSum(stage.key, filter, asked, step));
    const page =
      asked.cards === 0
        ? null
        : await runList(
            opportunitySource,
            { filter, q: asked.q, sort, limit: asked.cards, total: 'false' },
            step,
          );
    Object.assign(names, page?.names);
    const sum = sums.get(stage.key) ?? { count: 0, amount: '0.00', weighted: '0.00' };
    columns.push({
      stage,
      count: sum.count,
      ...money(sum, step),
      items: (page?.items ?? []) as Column['items'],
      nextCursor: page?.nextCursor ?? null,
      filter,
    });
  }
  const open = columns.filter((column) => column.stage.kind === 'open');
  return { columns, sort, open: addUp(open), names };
}

function columnFilter(stage: Stage, filter: Condition | undefined): Condition {
  const rules: Condition[] = [{ field: 'stage', operator: '=', value: stage.key }];
  if (stage.kind === 'won') rules.push({ field: 'closedAt', operator: 'within', value: 'thisMonth' });
  if (filter) rules.push(filter);
  return { combinator: 'and', rules };
}

/** Without a filter the kept sums answer, a few rows per owner; with one the deals themselves are added up. */
async function openSums(asked: Asked, step: Step): Promise<Sum[]> {
  const { actor, tx } = step;
  if (asked.filter || asked.q?.trim()) {
    const filter: Condition = { field: 'status', operator: '=', value: 'open' };
    const predicate = listPredicate(
      opportunitySource,
      { q: asked.q, filter: asked.filter ? { combinator: 'and', rules: [filter, asked.filter] } : filter },
      step,
    );
    const counted = await sql<Sum>`
      select t.stage, count(*) as count, sum(t.amount) as amount, sum(round(t.amount * t.win_rate / 100, 2)) as weighted
      from opportunities as t where ${predicate} group by t.stage`.execute(tx);
    return counted.rows;
  }
  const owners = visibleOwners(actor, 'opportunities');
  const whose = owners === null ? sql`` : sql`and owner_id = any(${owners}::uuid[])`;
  const kept = await sql<Sum>`
    select stage, sum(count)::bigint as count, sum(amount) as amount, sum(weighted) as weighted
    from opportunity_totals where org_id = ${actor.orgId}::uuid ${whose} group by stage`.execute(tx);
  return kept.rows;
}

async function directSum(stage: string, filter: Condition, { q }: Asked, step: Step): Promise<Sum> {
  const predicate = listPredicate(opportunitySource, { filter, q }, step);
  // What is won is worth all of itself: tens of thousands of divisions less.
  const counted = await sql<Omit<Sum, 'stage'>>`
    select count(*) as count, coalesce(sum(t.amount), 0)::numeric(18,2) as amount,
      coalesce(sum(case when t.win_rate = 100 then t.amount else round(t.amount * t.win_rate / 100, 2) end), 0)::numeric(18,2) as weighted
    from opportunities as t where ${predicate}`.execute(step.tx);
  return { stage, ...(counted.rows[0] ?? { count: 0, amount: '0.00', weighted: '0.00' }) };
}

/** Sums say as much about a hidden amount as the amount itself. */
function money(
  sum: { amount: string; weighted: string },
  { actor }: Step,
): Pick<Column, 'amount' | 'weighted'> {
  const rights = rightsFor(actor, opportunityObject);
  const seen = (key: string) => {
    const field = fieldOf(opportunityObject, key);
    const right = field ? rightOn(field, rights) : 'hidden';
    return right !== 'hidden' && right !== 'masked';
  };
  const amount = seen('amount');
  return {
    amount: amount ? sum.amount : null,
    weighted: amount && seen('winRate') ? sum.weighted : null,
  };
}

function addUp(columns: readonly Column[]): Answer['open'] {
  const total = (key: 'amount' | 'weighted') =>
    columns.some((column) => column[key] === null)
      ? null
      : columns.reduce((sum, column) => addMoney(sum, column[key] ?? '0'), '0.00');
  return {
    count: columns.reduce((sum, column) => sum + column.count, 0),
    amount: total('amount'),
    weighted: total('weighted'),
  };
}
