import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Building2, CalendarCheck, Inbox, type LucideIcon, Settings, Star, UserRound } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { updateProfile } from '#identity/contract/account.ts';
import { signOut } from '#identity/contract/sign-in.ts';
import { call } from '#kernel/web/api.ts';
import { useLiveStream } from '#kernel/web/live.ts';
import { type Locale, localePreference, themePreference } from '#kernel/web/preferences.ts';
import { type Session, useMay, useSession } from '#kernel/web/session.ts';
import { type NavEntry, webSlices } from '#kernel/web/slice.ts';
import { queryClient } from '#kernel/web/use-operation.ts';
import { AppFrame, type NavGroup, type NavItem } from '#ui/app-frame.tsx';
import { useFavouriteViews } from '#views/web/public.tsx';
import { QuickCreate } from './quick-create.tsx';
import { SearchPalette } from './search-palette.tsx';
import { appWords } from './words.ts';

const groups = ['work', 'business', 'insight'] as const;

/** The frame around every screen: navigation by permission, search, own menu, live changes. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const w = appWords.use();
  const locale = localePreference.use();
  const { pathname } = useLocation();
  const { open } = useSearch({ strict: false }) as { open?: string };
  const [searching, setSearching] = useState(false);
  const [creating, setCreating] = useState(false);
  const connected = useLiveStream(session.id);
  const entries = useNavEntries();
  const { counts, tell } = useCounts();
  const toItem = ({ key, label, icon, path, badge }: NavEntry): NavItem => ({
    key,
    label: label[locale],
    icon,
    href: path,
    count: counts[key],
    badge,
  });
  const settings = entries.filter((entry) => entry.group === 'settings');
  const frameGroups: NavGroup[] = groups.map((key) => ({
    key,
    ...(key === 'work' ? {} : { label: w(key) }),
    items: entries.filter((entry) => entry.group === key).map(toItem),
  }));
  const favourites = useFavouriteItems();
  const current = [...entries]
    .sort((one, other) => other.path.length - one.path.length)
    .find((entry) => isUnder(pathname, entry.path));
  const firstSetting = settings[0];
  return (
    <>
      <AppFrame
        brand={w('brand')}
        org={connected ? session.org.name : w('offline')}
        groups={[...frameGroups, favourites].filter((group) => group.items.length > 0)}
        bottom={
          firstSetting
            ? [{ key: 'settings', label: w('settings'), icon: Settings, href: firstSetting.path }]
            : []
        }
        current={current?.group === 'settings' ? 'settings' : (current?.key ?? '')}
        user={userOf(session, locale)}
        userMenu={useUserMenu()}
        onSearch={() => setSearching(true)}
        phoneTabs={usePhoneTabs()}
        onPhoneNew={() => setCreating(true)}
        panelOpen={open !== undefined}
      >
        {children}
      </AppFrame>
      {entries.map(({ key, useCount }) =>
        useCount ? <CountProbe key={key} name={key} useCount={useCount} tell={tell} /> : null,
      )}
      <SearchPalette open={searching} onOpen={setSearching} />
      <QuickCreate open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

function userOf({ id, name, roles: [role] }: Session, locale: Locale) {
  const shown = role && role.key !== 'rep' ? (locale === 'zh' ? role.name : role.nameEn) : undefined;
  return { id, name, role: shown };
}

/** The numbers beside the entries, as their slices tell them. */
function useCounts() {
  const [counts, setCounts] = useState<Readonly<Record<string, number | undefined>>>({});
  const tell = useCallback(
    (name: string, count: number | undefined) => setCounts((before) => ({ ...before, [name]: count })),
    [],
  );
  return { counts, tell };
}

/** Views somebody keeps at hand, below everything else; each opens its list as saved. */
function useFavouriteItems(): NavGroup {
  const w = appWords.use();
  const views = useFavouriteViews();
  const links = webSlices().flatMap((slice) => slice.objects ?? []);
  const items = views.flatMap(({ id, listId, name }) => {
    const link = links.find(({ list }) => list?.list.id === listId);
    const path = link?.path('').replace(/\/$/, '');
    return link && path ? { key: id, label: name, icon: Star, href: `${path}?view=${id}` } : [];
  });
  return { key: 'favourites', label: w('favourites'), items };
}

function isUnder(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}

function useNavEntries(): readonly NavEntry[] {
  const may = useMay();
  return useMemo(
    () =>
      webSlices()
        .flatMap((slice) => slice.nav ?? [])
        .filter((entry) => may(entry.permission))
        .sort((one, other) => one.order - other.order),
    [may],
  );
}

interface CountProbeProps {
  readonly name: string;
  readonly useCount: () => number | undefined;
  readonly tell: (name: string, count: number | undefined) => void;
}

/** Each count is a hook of its slice, so each gets a component of its own to live in. */
function CountProbe({ name, useCount, tell }: CountProbeProps) {
  const count = useCount();
  useEffect(() => tell(name, count), [name, count, tell]);
  return null;
}

function useUserMenu() {
  const w = appWords.use();
  const navigate = useNavigate();
  const theme = themePreference.use();
  const keep = (change: { locale?: 'zh-CN' | 'en'; theme?: 'light' | 'dark' | 'system' }) =>
    void call(updateProfile, change).then(() => queryClient.invalidateQueries());
  const themes = (['light', 'dark', 'system'] as const).map((key) => ({
    key,
    label: w(key),
    onClick: () => {
      themePreference.set(key);
      keep({ theme: key });
    },
  }));
  return [
    { key: 'account', label: w('account'), onClick: () => void navigate({ to: '/settings/account' }) },
    {
      key: 'language',
      label: w('language'),
      onClick: () => {
        const next = localePreference.get() === 'zh' ? 'en' : 'zh';
        localePreference.set(next);
        keep({ locale: next === 'zh' ? 'zh-CN' : 'en' });
      },
    },
    { type: 'divider' as const },
    ...themes.map((item) => ({
      ...item,
      className: item.key === theme ? 'ant-dropdown-menu-item-selected' : undefined,
    })),
    { type: 'divider' as const },
    {
      key: 'out',
      label: w('signOut'),
      onClick: () =>
        void call(signOut, {}).finally(() => {
          queryClient.clear();
          void navigate({ to: '/sign-in' });
        }),
    },
  ];
}

function usePhoneTabs() {
  const w = appWords.use();
  const tab = (key: string, label: string, icon: LucideIcon, href: string) => ({ key, label, icon, href });
  return [
    tab('today', w('today'), CalendarCheck, '/'),
    tab('accounts', w('customers'), Building2, '/accounts'),
    tab('inbox', w('inbox'), Inbox, '/inbox'),
    tab('me', w('mine'), UserRound, '/settings/account'),
  ] as const;
}
