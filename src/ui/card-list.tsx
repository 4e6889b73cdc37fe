import { type ReactNode, useEffect, useRef } from 'react';
import './card-list.css';
import type { Card, DataGridProps, GridRow } from './grid-types.ts';
import { SkeletonLines } from './skeleton.tsx';
import { useDelayed } from './use-delayed.ts';

type CardListProps<Row extends GridRow> = Pick<
  DataGridProps<Row>,
  'rows' | 'card' | 'onOpen' | 'openId' | 'hasMore' | 'onMore' | 'loading' | 'live' | 'noun'
>;

export interface CardRowProps extends Card {
  readonly onOpen?: () => void;
  readonly live?: boolean;
}

/** One phone row: at least 72 px, one 44 px act. */
export function CardRow({ title, tag, lead, lines, act, onOpen, live }: CardRowProps) {
  const inside: ReactNode = (
    <>
      <span className="yd-card-title">
        {title} {tag}
      </span>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one card have fixed places.
        <span className="yd-card-line" key={at}>
          {line}
        </span>
      ))}
    </>
  );
  return (
    <li className={live ? 'yd-card-row yd-live' : 'yd-card-row'}>
      {lead ? <span className="yd-card-lead">{lead}</span> : null}
      {onOpen ? (
        <button type="button" className="yd-plain yd-card-main" onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <div className="yd-card-main">{inside}</div>
      )}
      {act ? <span className="yd-card-act">{act}</span> : null}
    </li>
  );
}

/** What a phone shows instead of the grid. */
export function CardList<Row extends GridRow>(props: CardListProps<Row>) {
  const { rows, card, onOpen, hasMore, onMore, loading, live, noun } = props;
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
    <ul className="yd-cards" aria-label={noun}>
      {rows.map((row) => (
        <CardRow
          key={row.id}
          {...card(row)}
          live={live?.has(row.id)}
          onOpen={onOpen && (() => onOpen(row))}
        />
      ))}
      {hasMore ? <li ref={end} className="yd-cards-end" /> : null}
    </ul>
  );
}
