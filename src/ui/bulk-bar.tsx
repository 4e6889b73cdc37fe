import { Button, Dropdown } from 'antd';
import { Ellipsis, type LucideIcon, X } from 'lucide-react';
import './bulk-bar.css';
import { IconButton } from './icon-button.tsx';
import { useUi } from './ui-context.ts';

export interface BulkVerb {
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
  readonly danger?: boolean;
}

export interface BulkBarProps {
  readonly count: number;
  /** All that match, also those not loaded: 选择全部 43 条. */
  readonly total?: number;
  readonly onSelectAll?: () => void;
  readonly onClear: () => void;
  /** At most five in sight; the rest under 更多. */
  readonly verbs: readonly BulkVerb[];
}

/** What can be done with the selected rows, floating over the grid's foot. */
export function BulkBar({ count, total, onSelectAll, onClear, verbs }: BulkBarProps) {
  const { words, locale } = useUi();
  const number = (value: number) => value.toLocaleString(locale);
  if (count === 0) return null;
  const rest = verbs.slice(5);
  return (
    <div className="yd-bulk" role="toolbar" aria-label={words.selected(number(count))}>
      <b aria-live="polite">{words.selected(number(count))}</b>
      {onSelectAll && total !== undefined && total > count ? (
        <button type="button" className="yd-plain yd-link" onClick={onSelectAll}>
          {words.selectAllMatching(number(total))}
        </button>
      ) : null}
      <i className="yd-bulk-line" />
      {verbs.slice(0, 5).map(({ key, label, icon: Icon, onClick, danger }) => (
        <Button key={key} type="text" danger={danger} icon={<Icon size={14} aria-hidden />} onClick={onClick}>
          {label}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{ items: rest.map(({ key, label, onClick, danger }) => ({ key, label, onClick, danger })) }}
        >
          <Button type="text" aria-label={words.moreActions} icon={<Ellipsis size={14} aria-hidden />} />
        </Dropdown>
      ) : null}
      <IconButton icon={X} label={words.clearSelection} onClick={onClear} />
    </div>
  );
}
