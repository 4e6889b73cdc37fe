import { Trophy } from 'lucide-react';
import { useState } from 'react';
import { type Condition, isGroup } from '#kernel/conditions/tree.ts';
import type { Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import { call } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { DateText, TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Kanban } from '#ui/kanban.tsx';
import type { KanbanCard, KanbanColumn } from '#ui/kanban-types.ts';
import { Money, Percent } from '#ui/money.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { getBoard, opportunityList } from '../../contract.ts';
import { useFlags } from './deal-flag.ts';
import { WinDialog } from './ending-dialogs.tsx';
import { words } from './opportunity-words.ts';
import { useMove } from './use-move.tsx';

type Answer = Output<typeof getBoard>;
type Column = Answer['columns'][number];
type Row = Column['items'][number];

interface BoardProps {
  readonly condition: Condition | undefined;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

const moreCards = 50;

/** The deals by stage; dragged, by keys or by menu, with the rules of the server. */
export function Board({ condition, openId, onOpen }: BoardProps) {
  const w = words.use();
  const rest = withoutOpen(condition);
  const asked = { filter: rest ? JSON.stringify(rest) : undefined, cards: 20 };
  const { data, error, refetch } = useRead(getBoard, asked, { keep: true });
  if (error)
    return (
      <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <SkeletonLines rows={10} />;
  return <Columns key={JSON.stringify(condition)} board={data} openId={openId} onOpen={onOpen} />;
}

/** A board's columns say by themselves that deals are open; the month's won ones stand beside them. */
function withoutOpen(condition: Condition | undefined): Condition | undefined {
  if (!condition || !isGroup(condition) || condition.combinator !== 'and' || condition.not) return condition;
  const rules = condition.rules.filter(
    (rule) => isGroup(rule) || rule.field !== 'status' || rule.operator !== '=' || rule.value !== 'open',
  );
  return rules.length > 0 ? { ...condition, rules } : undefined;
}

interface Loaded {
  readonly items: readonly Row[];
  readonly cursor: string | null;
  readonly names: Readonly<Record<string, string>>;
}

/** Cards beyond the first ones, fetched column by column as the list that the column is. */
function useMore(board: Answer) {
  const [loaded, setLoaded] = useState<Readonly<Record<string, Loaded>>>({});
  async function more(column: Column) {
    const before = loaded[column.stage.key];
    const page = await call(opportunityList.list, {
      filter: JSON.stringify(column.filter),
      sort: board.sort,
      limit: moreCards,
      cursor: before ? (before.cursor ?? undefined) : (column.nextCursor ?? undefined),
      total: 'false',
    });
    setLoaded({
      ...loaded,
      [column.stage.key]: {
        items: [...(before?.items ?? []), ...(page.items as Row[])],
        cursor: page.nextCursor,
        names: { ...before?.names, ...page.names },
      },
    });
  }
  return { loaded, more };
}

function Columns({
  board,
  openId,
  onOpen,
}: {
  readonly board: Answer;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}) {
  const w = words.use();
  const may = useMay();
  const { loaded, more } = useMore(board);
  const { move, dialog } = useMove();
  const [winning, setWinning] = useState<Row | null>(null);
  const cardOf = useCards(board, loaded);
  const rowsOf = (column: Column) => {
    const shown = new Set(column.items.map((row) => row.id));
    const rest = (loaded[column.stage.key]?.items ?? []).filter((row) => !shown.has(row.id));
    return [...column.items, ...rest];
  };
  const rows = board.columns.flatMap((column) => rowsOf(column));
  const stages = board.columns.map((column) => column.stage);
  async function drop(id: string, key: string): Promise<string | undefined> {
    const row = rows.find((one) => one.id === id);
    const stage = stages.find((one) => one.key === key);
    if (!row || !stage) return undefined;
    if (stage.kind === 'won') {
      setWinning(row);
      return undefined;
    }
    return move(dealOf(row), String(row.stage), stage, stages);
  }
  return (
    <>
      <Kanban
        label={w('boardLabel')}
        columns={useColumns(board, loaded)}
        cards={board.columns.flatMap((column) => rowsOf(column).map((row) => cardOf(row, column)))}
        openId={openId}
        onOpen={onOpen}
        onMove={may('opportunities.update') ? drop : async () => undefined}
        onMore={(key) => {
          const column = board.columns.find((one) => one.stage.key === key);
          if (column) void more(column);
        }}
      />
      {dialog}
      {winning ? <WinDialog deal={dealOf(winning)} onClose={() => setWinning(null)} /> : null}
    </>
  );
}

const dealOf = (row: Row) => ({
  id: String(row.id),
  version: Number(row.version),
  name: String(row.name ?? ''),
});

function useColumns(board: Answer, loaded: Readonly<Record<string, Loaded>>): KanbanColumn[] {
  const w = words.use();
  const locale = localePreference.use();
  return board.columns.map(({ stage, count, amount, weighted, nextCursor }) => {
    const after = loaded[stage.key];
    const won = stage.kind === 'won';
    return {
      key: stage.key,
      title: won ? w('wonThisMonth') : locale === 'zh' ? stage.nameZh : stage.nameEn,
      ...(won ? { icon: Trophy } : {}),
      count,
      rate: <Percent value={stage.winRate} />,
      sum: <Money amount={amount} />,
      weighted: won ? undefined : (
        <>
          {w('totalWeighted')} <Money amount={weighted} />
        </>
      ),
      hasMore: after ? after.cursor !== null : nextCursor !== null,
    };
  });
}

function useCards(board: Answer, loaded: Readonly<Record<string, Loaded>>) {
  const { zone } = useUi();
  const today = dayOf(useNow(), zone);
  const flagOf = useFlags();
  return (row: Row, column: Column): KanbanCard => {
    const names = { ...board.names, ...loaded[column.stage.key]?.names };
    const text = (key: string) => (typeof row[key] === 'string' ? String(row[key]) : '');
    const ownerId = text('ownerId');
    const next = text('nextContactAt');
    return {
      id: String(row.id),
      columnKey: column.stage.key,
      title: text('name'),
      subtitle: names[text('accountId')],
      amount: <Money amount={text('amount') || null} />,
      date: <DateText day={text('expectedCloseOn') || null} />,
      owner: ownerId ? { id: ownerId, name: names[ownerId] ?? '' } : undefined,
      flag: flagOf(row, today, zone),
      next: next ? <TimeText at={next} as="timeline" /> : undefined,
    };
  };
}
