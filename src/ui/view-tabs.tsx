import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import './tabs.css';
import { useUi, useUiWords } from './ui-context.ts';

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  /** The view differs from what is saved. */
  readonly changed?: boolean;
}

export interface ViewTabsProps {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChange: (key: string) => void;
  /** Shows the + behind the last view. */
  readonly onNew?: () => void;
  /** Menu of the current view (rename, share, delete). */
  readonly menu?: ReactNode;
}

/** Saved views, or the parts of a page: 40 px, the current one underlined. Arrow keys move. */
export function ViewTabs({ tabs, current, onChange, onNew, menu }: ViewTabsProps) {
  const words = useUiWords();
  const { locale } = useUi();
  function move(step: number, list: HTMLElement) {
    const at = tabs.findIndex((tab) => tab.key === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.key);
    list.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  }
  return (
    <div className="yd-tabs">
      <div
        className="yd-tabs"
        role="tablist"
        aria-label={words.views}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1, event.currentTarget);
          if (event.key === 'ArrowLeft') move(-1, event.currentTarget);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            data-key={tab.key}
            aria-selected={tab.key === current}
            tabIndex={tab.key === current ? 0 : -1}
            className="yd-plain yd-tab"
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="yd-tab-count">{tab.count.toLocaleString(locale)}</span>
            )}
            {tab.changed ? (
              <i className="yd-tab-dot">
                <span className="yd-visually-hidden">{words.changed}</span>
              </i>
            ) : null}
          </button>
        ))}
      </div>
      {menu}
      {onNew ? (
        <button type="button" className="yd-plain yd-tab-new" aria-label={words.newView} onClick={onNew}>
          <Plus size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
