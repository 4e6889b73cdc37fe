import { type LucideIcon, Plus } from 'lucide-react';
import { useUiWords } from './ui-context.ts';
import { UiLink } from './ui-link.tsx';

export interface PhoneTab {
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  readonly count?: number;
}

interface PhoneBarProps {
  readonly tabs: readonly PhoneTab[];
  readonly current: string;
  readonly onNew: () => void;
}

/** Bottom navigation: two tabs, + in the middle, two tabs. */
export function PhoneBar({ tabs, current, onNew }: PhoneBarProps) {
  const words = useUiWords();
  const drawn = tabs.map((tab) => {
    const Icon = tab.icon;
    const here = tab.key === current;
    return (
      <UiLink
        key={tab.key}
        href={tab.href}
        className={here ? 'yd-phone-tab yd-phone-current' : 'yd-phone-tab'}
        aria-current={here ? 'page' : undefined}
      >
        <Icon size={20} aria-hidden />
        <span>{tab.label}</span>
        {tab.count ? <i className="yd-phone-count">{tab.count}</i> : null}
      </UiLink>
    );
  });
  return (
    <nav className="yd-phone-bar" aria-label={words.navigation}>
      {drawn.slice(0, 2)}
      <button type="button" className="yd-plain yd-phone-new" aria-label={words.create} onClick={onNew}>
        <Plus size={20} aria-hidden />
      </button>
      {drawn.slice(2)}
    </nav>
  );
}
