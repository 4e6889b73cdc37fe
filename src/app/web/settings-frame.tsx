import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { webSlices } from '#kernel/web/slice.ts';
import { SideMenu } from '#ui/side-menu.tsx';
import { appWords } from './words.ts';

/** Around every page below /settings: the pages that slices registered under settings, as far as one may open them. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const w = appWords.use();
  const may = useMay();
  const locale = localePreference.use();
  const { pathname } = useLocation();
  if (!pathname.startsWith('/settings')) return children;
  const entries = webSlices()
    .flatMap((slice) => slice.nav ?? [])
    .filter((entry) => entry.group === 'settings' && may(entry.permission))
    .sort((one, other) => one.order - other.order);
  const current = entries.find((entry) => pathname === entry.path || pathname.startsWith(`${entry.path}/`));
  return (
    <SideMenu
      title={w('settings')}
      items={entries.map(({ key, label, path }) => ({ key, label: label[locale], href: path }))}
      current={current?.key}
    >
      {children}
    </SideMenu>
  );
}
