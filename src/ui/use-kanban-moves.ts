import { useCallback, useMemo, useRef, useState } from 'react';
import type { KanbanCard, KanbanProps } from './kanban-types.ts';
import { reasonOf } from './reason-of.ts';
import { useUiWords } from './ui-context.ts';

export interface KanbanMoves {
  readonly cards: readonly KanbanCard[];
  readonly refused: { readonly id: string; readonly reason: string } | undefined;
  /** What screen readers hear. */
  readonly said: string;
  readonly say: (sentence: string) => void;
  readonly move: (card: KanbanCard, columnKey: string) => void;
  readonly forget: () => void;
}

/** Moves a card at once; a refusal returns it to its column with the reason on it. */
export function useKanbanMoves({
  cards,
  columns,
  onMove,
}: Pick<KanbanProps, 'cards' | 'columns' | 'onMove'>): KanbanMoves {
  const words = useUiWords();
  const [moving, setMoving] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<KanbanMoves['refused']>();
  const [said, say] = useState('');
  const send = useRef(onMove);
  send.current = onMove;
  const shown = useMemo(
    () =>
      cards.map((card) =>
        moving[card.id] ? { ...card, columnKey: moving[card.id] ?? card.columnKey } : card,
      ),
    [cards, moving],
  );
  const move = useCallback(
    (card: KanbanCard, columnKey: string) => {
      const column = columns.find((one) => one.key === columnKey);
      if (!column || column.closed || card.columnKey === columnKey) return;
      setRefused(undefined);
      setMoving((now) => ({ ...now, [card.id]: columnKey }));
      const answer = send.current(card.id, columnKey).catch(reasonOf);
      void answer.then((reason) => {
        setMoving(({ [card.id]: _done, ...rest }) => rest);
        if (reason) setRefused({ id: card.id, reason });
        say(reason ?? words.moved(card.title, column.title));
      });
    },
    [columns, words],
  );
  const forget = useCallback(() => setRefused(undefined), []);
  return { cards: shown, refused, said, say, move, forget };
}
