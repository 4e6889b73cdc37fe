import { Button } from 'antd';
import { FileText, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './states.css';
import { useUiWords } from './ui-context.ts';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  /** `还没有报价` */
  readonly title: ReactNode;
  /** One sentence: what will be here, and how. */
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly onSample?: () => void;
}

/** Nothing here yet: one icon, one bold line, one sentence, one primary, the sample data. */
export function EmptyState({ icon: Icon = FileText, title, children, action, onSample }: EmptyStateProps) {
  const words = useUiWords();
  return (
    <div className="yd-empty">
      <Icon size={20} aria-hidden />
      <b>{title}</b>
      {children ? <p>{children}</p> : null}
      {action ? (
        <Button type="primary" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
      {onSample ? (
        <button type="button" className="yd-plain yd-link" onClick={onSample}>
          {words.loadSample}
        </button>
      ) : null}
    </div>
  );
}

/** Nothing matches: says so and offers to clear the conditions. */
export function EmptyByFilter({ noun, onClear }: { readonly noun: string; readonly onClear: () => void }) {
  const words = useUiWords();
  return (
    <div className="yd-empty">
      <b>{words.noneMatch(noun)}</b>
      <Button onClick={onClear}>{words.clearConditions}</Button>
    </div>
  );
}
