import { Dropdown } from 'antd';
import { CornerDownRight, Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Avatar } from './avatar.tsx';
import './kanban.css';
import type { KanbanCard, KanbanColumn } from './kanban-types.ts';
import { useUiWords } from './ui-context.ts';

export interface KanbanCardViewProps {
  readonly card: KanbanCard;
  readonly columns: readonly KanbanColumn[];
  readonly lifted: boolean;
  readonly open: boolean;
  readonly refused?: string;
  readonly onOpen: () => void;
  readonly onMove: (columnKey: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onForget: () => void;
}

function CardFacts({ card }: { readonly card: KanbanCard }) {
  const { title, subtitle, amount, date, owner, flag, next, live } = card;
  const Flag = flag?.icon;
  return (
    <>
      <b className="yd-kcard-title">{title}</b>
      {subtitle ? <span className="yd-kcard-sub yd-ellipsis">{subtitle}</span> : null}
      <span className="yd-kcard-facts">
        <b>{amount}</b>
        <span className={flag?.tone === 'bad' && !next ? undefined : 'yd-kcard-date'}>{date}</span>
        {owner ? <Avatar id={owner.id} name={owner.name} /> : null}
      </span>
      {flag && Flag ? (
        <span className={`yd-kcard-flag yd-tone-${flag.tone}`}>
          <Flag size={13} aria-hidden />
          {flag.text}
        </span>
      ) : null}
      {next ? (
        <span className="yd-kcard-next">
          <CornerDownRight size={13} aria-hidden />
          <span className="yd-ellipsis">{next}</span>
        </span>
      ) : null}
      {live ? <span className="yd-kcard-live">{live}</span> : null}
    </>
  );
}

/** One card: a button that opens the record, a menu that moves it, two quick actions on hover. */
export function KanbanCardView(props: KanbanCardViewProps) {
  const { card, columns, lifted, open, refused, onOpen, onMove, onKeyDown, onForget } = props;
  const words = useUiWords();
  const look = [
    'yd-kcard',
    card.flag ? `yd-kcard-${card.flag.tone}` : '',
    card.live ? 'yd-live' : '',
    lifted ? 'yd-kcard-lifted' : '',
    open ? 'yd-kcard-open' : '',
  ].join(' ');
  const targets = columns
    .filter((column) => !column.closed && column.key !== card.columnKey)
    .map(({ key, title }) => ({ key, label: title, onClick: () => onMove(key) }));
  return (
    <li className={look} draggable onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}>
      <button
        type="button"
        className="yd-plain yd-kcard-main"
        data-card={card.id}
        aria-pressed={lifted || undefined}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <CardFacts card={card} />
      </button>
      <span className="yd-kcard-tools">
        {card.actions}
        <Dropdown
          trigger={['click']}
          menu={{ items: [{ key: 'move', label: words.moveTo, children: targets }] }}
        >
          <button
            type="button"
            className="yd-plain yd-kcard-menu"
            aria-label={`${words.moveTo} ${card.title}`}
          >
            <Ellipsis size={14} aria-hidden />
          </button>
        </Dropdown>
      </span>
      {refused ? (
        <div role="alert">
          <button type="button" className="yd-plain yd-kcard-refused" onClick={onForget}>
            {refused}
          </button>
        </div>
      ) : null}
    </li>
  );
}
