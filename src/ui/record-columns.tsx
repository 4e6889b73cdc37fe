import { type ReactNode, useState } from 'react';
import './panel.css';
import { useUiWords } from './ui-context.ts';
import { isBelow, useViewport } from './use-viewport.ts';
import { ViewTabs } from './view-tabs.tsx';

export interface RecordColumnsProps {
  /** What the customer is. */
  readonly left: ReactNode;
  /** What happened: PanelTabs, composer, timeline. */
  readonly middle: ReactNode;
  /** What is owed to us and by us, worst first. */
  readonly right: ReactNode;
  readonly names: { readonly left: string; readonly middle: string; readonly right: string };
}

/** The body of a record page: 284, fluid, 300; below 960 one column with tabs. */
export function RecordColumns({ left, middle, right, names }: RecordColumnsProps) {
  const words = useUiWords();
  const narrow = isBelow(useViewport(), 'medium');
  const [part, setPart] = useState<'left' | 'middle' | 'right'>('middle');
  if (narrow) {
    const shown = part === 'left' ? left : part === 'right' ? right : middle;
    return (
      <div className="yd-record-narrow">
        <nav className="yd-panel-tabs" aria-label={words.views}>
          <ViewTabs
            tabs={(['middle', 'left', 'right'] as const).map((key) => ({ key, label: names[key] }))}
            current={part}
            onChange={(key) => setPart(key === 'left' || key === 'right' ? key : 'middle')}
          />
        </nav>
        <div className={part === 'middle' ? 'yd-record-middle' : 'yd-record-one'}>{shown}</div>
      </div>
    );
  }
  return (
    <div className="yd-record-columns">
      <div className="yd-record-left">{left}</div>
      <div className="yd-record-middle">{middle}</div>
      <div className="yd-record-right">{right}</div>
    </div>
  );
}
