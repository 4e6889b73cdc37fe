import type { ReactNode } from 'react';
import './side-menu.css';
import { UiLink } from './ui-link.tsx';

export interface SideMenuProps {
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly label: string; readonly href: string }[];
  readonly current: string | undefined;
  readonly children: ReactNode;
}

/** Pages that belong together, chosen on the left; on narrow screens in a line above. */
export function SideMenu({ title, items, current, children }: SideMenuProps) {
  return (
    <div className="yd-side">
      <nav className="yd-side-menu" aria-label={title}>
        <p className="yd-side-title">{title}</p>
        {items.map(({ key, label, href }) => (
          <UiLink
            key={key}
            href={href}
            className="yd-side-item"
            aria-current={key === current ? 'page' : undefined}
          >
            {label}
          </UiLink>
        ))}
      </nav>
      <div className="yd-side-content">{children}</div>
    </div>
  );
}

/** The column that settings are read in: as wide as a form page, no wider. */
export function SettingsColumn({ children }: { readonly children: ReactNode }) {
  return <div className="yd-side-column">{children}</div>;
}
