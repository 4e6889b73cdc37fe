import { useEffect, useRef } from 'react';
import './card-list.css';
import { CardRow } from './card-row.tsx';
import type { DataGridProps, GridRow } from './grid-types.ts';
import { SkeletonLines } from './skeleton.tsx';
import { useDelayed } from './use-delayed.ts';

type CardListProps<Row extends GridRow> = Pick<
  DataGridProps<Row>,
  | 'rows'
  | 'card'
  | 'onOpen'
  | 'openId'
  | 'hasMore'
  | 'onMore'
  | 'loading'
  | 'live'
  | 'noun'
  | 'selected'
  | 'onSelect'
  | 'choosing'
  | 'bulk'
>;

/** What a phone shows instead of the grid. */
export function CardList<Row extends GridRow>(props: CardListProps<Row>) {
  const { rows, card, onOpen, hasMore, onMore, loading, live, noun, bulk } = props;
  const { selected = new Set<string>(), onSelect, choosing } = props;
  const pick = (id: string, on: boolean) =>
    onSelect?.(new Set(on ? [...selected, id] : [...selected].filter((one) => one !== id)));
  const end = useRef<HTMLLIElement>(null);
  const waiting = useDelayed(loading === true && rows.length === 0);
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasMore) return;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) onMore?.();
    });
    watcher.observe(mark);
    return () => watcher.disconnect();
  });
  if (waiting) return <SkeletonLines rows={8} />;
  return (
    <>
      <ul className={bulk ? 'yd-cards yd-cards-bulk' : 'yd-cards'} aria-label={noun}>
        {rows.map((row) => (
          <CardRow
            key={row.id}
            {...card(row)}
            live={live?.has(row.id)}
            onOpen={onOpen && (() => onOpen(row))}
            picked={selected.has(row.id)}
            onPick={choosing && onSelect ? (on) => pick(row.id, on) : undefined}
          />
        ))}
        {hasMore ? <li ref={end} className="yd-cards-end" /> : null}
      </ul>
      {bulk}
    </>
  );
}
