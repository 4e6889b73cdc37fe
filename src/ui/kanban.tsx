import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import './kanban.css';
import { KanbanCardView } from './kanban-card.tsx';
import type { KanbanCard, KanbanColumn, KanbanProps } from './kanban-types.ts';
import { useUiWords } from './ui-context.ts';
import { type KanbanMoves, useKanbanMoves } from './use-kanban-moves.ts';

function ColumnHead({ column }: { readonly column: KanbanColumn }) {
  const Icon = column.icon;
  return (
    <header className="yd-kcol-head">
      <span>
        {Icon ? <Icon size={14} aria-hidden className="yd-tone-ok" /> : null}
        <b>{column.title}</b>
        <span className="yd-text2">{column.count}</span>
        <span className="yd-kcol-right">{column.rate}</span>
      </span>
      <span>
        <b className="yd-kcol-sum">{column.sum}</b>
        <span className="yd-kcol-right">{column.weighted}</span>
      </span>
    </header>
  );
}

interface Lift {
  readonly card: KanbanCard;
  readonly columnKey: string;
}

function focusCard(board: HTMLElement | null, id: string): void {
  board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
}

/** Space lifts, left and right choose the column, Enter drops, Esc puts back; arrows alone walk over the cards. */
function useKanbanKeys(columns: readonly KanbanColumn[], moves: KanbanMoves) {
  const words = useUiWords();
  const [lift, setLift] = useState<Lift>();
  const board = useRef<HTMLDivElement>(null);

  const liftedId = lift?.card.id;
  const target = lift?.columnKey;
  // The lifted card moves with its place in the document: keep the focus on it.
  useEffect(() => {
    if (liftedId && target) focusCard(board.current, liftedId);
  }, [liftedId, target]);

  function walk(card: KanbanCard, key: string) {
    const inColumn = moves.cards.filter((one) => one.columnKey === card.columnKey);
    const at = inColumn.findIndex((one) => one.id === card.id);
    const step = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
    let target = inColumn[at + step];
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const order = columns.map((column) => column.key);
      const rest =
        step < 0
          ? order.slice(0, order.indexOf(card.columnKey)).reverse()
          : order.slice(order.indexOf(card.columnKey) + 1);
      const next = rest.find((one) => moves.cards.some((other) => other.columnKey === one));
      const there = moves.cards.filter((one) => one.columnKey === next);
      target = there[Math.min(at, there.length - 1)];
    }
    if (target) focusCard(board.current, target.id);
  }
  function slide(now: Lift, step: number) {
    const open = columns.filter((column) => !column.closed || column.key === now.card.columnKey);
    const at = open.findIndex((column) => column.key === now.columnKey);
    const next = open[Math.min(open.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setLift({ ...now, columnKey: next.key });
    moves.say(words.over(next.title));
  }
  function onKeyDown(card: KanbanCard, event: KeyboardEvent<HTMLElement>) {
    if (!lift && event.key === ' ') {
      setLift({ card, columnKey: card.columnKey });
      moves.say(words.lifted(card.title));
    } else if (!lift && event.key.startsWith('Arrow')) walk(card, event.key);
    else if (!lift) return;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      slide(lift, event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === 'Enter' || event.key === ' ') {
      moves.move(lift.card, lift.columnKey);
      setLift(undefined);
    } else if (event.key === 'Escape') {
      setLift(undefined);
      moves.say(words.putBack(card.title));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { lift, onKeyDown, board };
}

interface ColumnProps {
  readonly column: KanbanColumn;
  readonly label: string;
  readonly onDropCard: (id: string) => void;
  readonly children: ReactNode;
}

/** A column: takes dropped cards unless it is closed. */
function Column({ column, label, onDropCard, children }: ColumnProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={`${label} ${column.title}`}
      className={over ? 'yd-kcol yd-kcol-over' : 'yd-kcol'}
      onDragOver={(event) => {
        if (column.closed) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropCard(event.dataTransfer.getData('text/plain'));
      }}
    >
      <ColumnHead column={column} />
      {children}
    </section>
  );
}

/** The board of a process: columns with count, sum, weighted sum and win rate; cards by mouse, by keys or by menu. */
export function Kanban(props: KanbanProps) {
  const { columns, onOpen, openId, onMore, label } = props;
  const words = useUiWords();
  const moves = useKanbanMoves(props);
  const { lift, onKeyDown, board } = useKanbanKeys(columns, moves);
  const place = (card: KanbanCard) => (lift?.card.id === card.id ? lift.columnKey : card.columnKey);
  return (
    <div className="yd-kanban" ref={board}>
      <span className="yd-visually-hidden" aria-live="assertive">
        {moves.said}
      </span>
      {columns.map((column) => {
        const cards = moves.cards.filter((card) => place(card) === column.key);
        function onDropCard(id: string) {
          const card = moves.cards.find((one) => one.id === id);
          if (card) moves.move(card, column.key);
        }
        return (
          <Column key={column.key} column={column} label={label} onDropCard={onDropCard}>
            <ul className="yd-kcol-cards">
              {cards.map((card) => (
                <KanbanCardView
                  key={card.id}
                  card={card}
                  columns={columns}
                  lifted={lift?.card.id === card.id}
                  open={card.id === openId}
                  refused={moves.refused?.id === card.id ? moves.refused.reason : undefined}
                  onOpen={() => onOpen(card.id)}
                  onMove={(key) => moves.move(card, key)}
                  onKeyDown={(event) => onKeyDown(card, event)}
                  onForget={moves.forget}
                />
              ))}
            </ul>
            {column.hasMore ? (
              <button type="button" className="yd-plain yd-kcol-more" onClick={() => onMore?.(column.key)}>
                {words.moreCards(String(column.count - cards.length))}
              </button>
            ) : null}
          </Column>
        );
      })}
    </div>
  );
}
