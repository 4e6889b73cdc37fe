import { Dropdown, type MenuProps, Tooltip } from 'antd';
import { ChevronsLeft, ChevronsRight, Ellipsis, type LucideIcon, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import './app-frame.css';
import { Avatar } from './avatar.tsx';
import { BrandMark } from './brand-mark.tsx';
import { IconButton } from './icon-button.tsx';
import { modifierName } from './keyboard.ts';
import { PhoneBar, type PhoneTab } from './phone-bar.tsx';
import { useUiWords } from './ui-context.ts';
import { UiLink } from './ui-link.tsx';
import { isBelow, useViewport } from './use-viewport.ts';

export interface NavItem {
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  readonly count?: number;
  /** Accent badge instead of grey: only the inbox. */
  readonly badge?: boolean;
}

export interface NavGroup {
  readonly key: string;
  readonly label?: string;
  readonly items: readonly NavItem[];
}

export interface AppFrameProps {
  readonly brand: string;
  readonly org: string;
  readonly groups: readonly NavGroup[];
  /** Settings and the like, above the person. */
  readonly bottom?: readonly NavItem[];
  readonly current: string;
  readonly user: { readonly id: string; readonly name: string; readonly role?: string };
  readonly userMenu: MenuProps['items'];
  readonly onSearch: () => void;
  /** Two before and two after the centre +. */
  readonly phoneTabs: readonly [PhoneTab, PhoneTab, PhoneTab, PhoneTab];
  readonly onPhoneNew: () => void;
  /** A panel is open: below 1440 the navigation makes room. */
  readonly panelOpen?: boolean;
  readonly children: ReactNode;
}

function NavLink({ item, current, small }: { item: NavItem; current: boolean; small: boolean }) {
  const Icon = item.icon;
  const link = (
    <UiLink
      href={item.href}
      className={`yd-nav-item${current ? ' yd-nav-current' : ''}`}
      aria-current={current ? 'page' : undefined}
      aria-label={small ? item.label : undefined}
    >
      <Icon size={16} aria-hidden />
      <span className="yd-nav-label yd-ellipsis">{item.label}</span>
      {item.count ? <span className={item.badge ? 'yd-nav-badge' : 'yd-nav-count'}>{item.count}</span> : null}
    </UiLink>
  );
  return small ? (
    <Tooltip title={item.label} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function Navigation(props: AppFrameProps & { readonly small: boolean; readonly onToggle?: () => void }) {
  const { brand, org, groups, bottom = [], current, user, userMenu, onSearch, small, onToggle } = props;
  const words = useUiWords();
  return (
    <nav className={small ? 'yd-nav yd-nav-small' : 'yd-nav'} aria-label={words.navigation}>
      <div className="yd-nav-brand">
        <BrandMark />
        <b>{brand}</b>
        <span className="yd-ellipsis">{org}</span>
      </div>
      <button
        type="button"
        className="yd-nav-search yd-plain"
        onClick={onSearch}
        aria-label={small ? words.searchOrJump : undefined}
      >
        <Search size={14} aria-hidden />
        <span>{words.searchOrJump}</span>
        <kbd className="yd-kbd">{modifierName()} K</kbd>
      </button>
      <div className="yd-nav-groups">
        {groups.map((group) => (
          <div key={group.key}>
            {group.label ? <div className="yd-nav-group">{group.label}</div> : null}
            {group.items.map((item) => (
              <NavLink key={item.key} item={item} current={item.key === current} small={small} />
            ))}
          </div>
        ))}
      </div>
      <div className="yd-nav-foot">
        {bottom.map((item) => (
          <NavLink key={item.key} item={item} current={item.key === current} small={small} />
        ))}
        {onToggle ? (
          <span className="yd-nav-toggle">
            <IconButton
              icon={small ? ChevronsRight : ChevronsLeft}
              label={small ? words.expandNavigation : words.collapseNavigation}
              onClick={onToggle}
            />
          </span>
        ) : null}
        <Dropdown menu={{ items: userMenu ?? [] }} trigger={['click']} placement="topLeft">
          <button type="button" className="yd-nav-user yd-plain" aria-label={small ? user.name : undefined}>
            <Avatar id={user.id} name={user.name} size={24} named />
            <span className="yd-ellipsis yd-nav-label">{user.name}</span>
            {user.role ? <span className="yd-nav-role">{user.role}</span> : null}
            <Ellipsis size={14} aria-hidden />
          </button>
        </Dropdown>
      </div>
    </nav>
  );
}

/** Navigation left, page right; on the phone a bar at the foot. There is no top bar. */
export function AppFrame(props: AppFrameProps) {
  const viewport = useViewport();
  const words = useUiWords();
  const [chosen, setChosen] = useState(() => localStorage.getItem('yd.nav') === 'small');
  const forced = isBelow(viewport, 'wide') || (viewport === 'wide' && props.panelOpen === true);
  function toggle() {
    setChosen(!chosen);
    localStorage.setItem('yd.nav', chosen ? 'full' : 'small');
  }
  const phone = viewport === 'phone';
  return (
    <div className={phone ? 'yd-frame yd-frame-phone' : 'yd-frame'}>
      <a className="yd-skip" href="#list">
        {words.skipToList}
      </a>
      {phone ? null : (
        <Navigation {...props} small={forced || chosen} onToggle={forced ? undefined : toggle} />
      )}
      <div className="yd-frame-page">{props.children}</div>
      {phone ? <PhoneBar tabs={props.phoneTabs} current={props.current} onNew={props.onPhoneNew} /> : null}
    </div>
  );
}
