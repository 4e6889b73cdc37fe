import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import './card-list.css';
import type { Card, Swipe } from './grid-types.ts';
import { useUiWords } from './ui-context.ts';
import { useSwipe } from './use-swipe.ts';

export interface CardRowProps extends Card {
  readonly onOpen?: () => void;
  readonly live?: boolean;
  /** While rows are being chosen: a tick instead of opening. */
  readonly picked?: boolean;
  readonly onPick?: (picked: boolean) => void;
}

/** One phone row: at least 72 px, one 44 px act; swiped to a side it does what stands under it. */
export function CardRow(props: CardRowProps) {
  const { title, tag, lead, lines, act, onOpen, live, picked, onPick, swipeRight, swipeLeft } = props;
  const words = useUiWords();
  const { shift, handlers } = useSwipe(onPick ? undefined : swipeRight, onPick ? undefined : swipeLeft);
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
  const press = onPick ? () => onPick(!picked) : onOpen;
  return (
    <li className={live ? 'yd-card-row yd-live' : picked ? 'yd-card-row yd-card-picked' : 'yd-card-row'}>
      {shift > 0 && swipeRight ? <Under swipe={swipeRight} side="right" /> : null}
      {shift < 0 && swipeLeft ? <Under swipe={swipeLeft} side="left" /> : null}
      <div
        className="yd-card-slide"
        style={shift === 0 ? undefined : { transform: `translateX(${shift}px)` }}
        {...handlers}
      >
        {onPick ? (
          <span className="yd-card-pick">
            <Checkbox
              aria-label={words.select}
              checked={picked === true}
              onChange={(event) => onPick(event.target.checked)}
            />
          </span>
        ) : null}
        {lead ? <span className="yd-card-lead">{lead}</span> : null}
        {press ? (
          <button type="button" className="yd-plain yd-card-main" onClick={press}>
            {inside}
          </button>
        ) : (
          <div className="yd-card-main">{inside}</div>
        )}
        {act && !onPick ? <span className="yd-card-act">{act}</span> : null}
      </div>
    </li>
  );
}

function Under({ swipe, side }: { readonly swipe: Swipe; readonly side: 'left' | 'right' }) {
  const Icon = swipe.icon;
  return (
    <span className={`yd-card-under yd-card-under-${side}`} aria-hidden>
      <Icon size={18} />
      {swipe.label}
    </span>
  );
}
