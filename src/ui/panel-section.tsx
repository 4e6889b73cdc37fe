import type { ReactNode } from 'react';
import './panel.css';
import { type Tab, ViewTabs } from './view-tabs.tsx';

export interface PanelTabsProps {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChange: (key: string) => void;
  /** Right end of the tab line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Tabs inside a panel or record page, with a hairline above and below. */
export function PanelTabs({ tabs, current, onChange, aside, children }: PanelTabsProps) {
  return (
    <>
      <div className="yd-panel-tabs">
        <ViewTabs tabs={tabs} current={current} onChange={onChange} />
        {aside ? <span className="yd-panel-tabs-aside">{aside}</span> : null}
      </div>
      <div className="yd-panel-tab" role="tabpanel">
        {children}
      </div>
    </>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a panel or record column; hairline between sections, none around. */
export function Section({ title, note, aside, children }: SectionProps) {
  return (
    <section className="yd-section">
      <header className="yd-section-head">
        <h2>{title}</h2>
        {note ? <span className="yd-section-note">{note}</span> : null}
        {aside ? <span className="yd-section-aside">{aside}</span> : null}
      </header>
      {children}
    </section>
  );
}
