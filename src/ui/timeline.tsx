import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './timeline.css';
import { TimeText } from './date-text.tsx';
import type { Tone } from './field-spec.ts';
import { SkeletonLines } from './skeleton.tsx';
import { useUiWords } from './ui-context.ts';

export interface TimelineItem {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  /** ISO instant. */
  readonly at: string;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** Group heading: 今天, 11月12日 – 15日. */
  readonly group?: string;
}

export interface TimelineProps {
  readonly items: readonly TimelineItem[];
  readonly loading?: boolean;
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  /** Gives 更早 38 条 instead of 显示更多. */
  readonly moreCount?: number;
  readonly empty?: ReactNode;
}

/** What happened, newest first. */
export function Timeline({ items, loading, hasMore, onMore, moreCount, empty }: TimelineProps) {
  const words = useUiWords();
  if (items.length === 0) return loading ? <SkeletonLines rows={4} /> : (empty ?? null);
  return (
    <>
      <ol className="yd-timeline">
        {items.map(({ id, icon: Icon, tone = 'neutral', at, title, body, group }, place) => (
          <li key={id} className="yd-event">
            {group && group !== items[place - 1]?.group ? <h3 className="yd-event-group">{group}</h3> : null}
            <div className="yd-event-row">
              <span className={`yd-event-icon yd-tag-${tone}`}>
                <Icon size={12} aria-hidden />
              </span>
              <div className="yd-event-main">
                <div className="yd-event-title">{title}</div>
                {body ? <div className="yd-event-body">{body}</div> : null}
              </div>
              <span className="yd-event-time">
                <TimeText at={at} as={group ? 'clock' : 'timeline'} />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {hasMore ? (
        <button type="button" className="yd-plain yd-link" onClick={onMore}>
          {moreCount === undefined ? words.showMore : words.earlier(String(moreCount))}
        </button>
      ) : null}
    </>
  );
}
