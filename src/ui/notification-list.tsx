import { Button } from 'antd';
import type { LucideIcon } from 'lucide-react';
import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { TimeText } from './date-text.tsx';
import { EmptyState } from './empty-state.tsx';
import type { Tone } from './field-spec.ts';
import './notification-list.css';
import { useUiWords } from './ui-context.ts';

export interface NotificationItem {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly at: string;
  readonly unread: boolean;
  /** One verb, done in place. */
  readonly act?: ReactNode;
}

export interface NotificationListProps {
  readonly items: readonly NotificationItem[];
  readonly onOpen: (id: string) => void;
  readonly onReadAll?: () => void;
}

/** What has come in, newest first; unread by weight and a dot with a word. */
export function NotificationList({ items, onOpen, onReadAll }: NotificationListProps) {
  const words = useUiWords();
  if (items.length === 0) return <EmptyState icon={Bell} title={words.noNotifications} />;
  const hasUnread = items.some((item) => item.unread);
  return (
    <section aria-label={words.notifications}>
      {onReadAll && hasUnread ? (
        <div className="yd-notifications-head">
          <Button type="text" size="small" onClick={onReadAll}>
            {words.markAllRead}
          </Button>
        </div>
      ) : null}
      <ul>
        {items.map(({ id, icon: Icon, tone = 'neutral', title, body, at, unread, act }) => (
          <li key={id} className={unread ? 'yd-notification yd-notification-unread' : 'yd-notification'}>
            <span className={`yd-event-icon yd-tag-${tone}`}>
              <Icon size={12} aria-hidden />
            </span>
            <button type="button" className="yd-plain yd-notification-main" onClick={() => onOpen(id)}>
              <span className="yd-notification-title">
                {unread ? <span className="yd-visually-hidden">{words.unread} </span> : null}
                {title}
              </span>
              {body ? <span className="yd-notification-body yd-ellipsis">{body}</span> : null}
            </button>
            <span className="yd-text3">
              <TimeText at={at} />
            </span>
            {act}
          </li>
        ))}
      </ul>
    </section>
  );
}
