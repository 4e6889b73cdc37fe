import { useNavigate } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay, useSession } from '#kernel/web/session.ts';
import { type NavEntry, type ObjectLink, objectLink, webSlices } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { namesOfRecords, searchEverything } from '#search/contract.ts';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '#ui/command-palette.tsx';
import { useHotkeys } from '#ui/use-hotkeys.ts';
import { NavKeys } from './nav-keys.tsx';
import { paletteWords } from './palette-words.ts';
import { useRecentRecords } from './recent-records.ts';

interface SearchPaletteProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Ctrl K: records by name, pinyin or phone, pages, and what may be made; what was opened last comes first. */
export function SearchPalette({ open, onOpen }: SearchPaletteProps) {
  const w = paletteWords.use();
  const navigate = useNavigate();
  const [creating, setCreating] = useState<ObjectLink | null>(null);
  const recents = useRecentItems(open);
  const create = useCreateItems(setCreating);
  const pages = usePageItems();
  useHotkeys([
    { keys: 'mod+k', label: w('open'), run: () => onOpen(!open) },
    { keys: '/', label: w('open'), run: () => onOpen(true) },
  ]);
  const start: PaletteGroup[] = [
    { key: 'recents', label: w('recents'), items: recents },
    { key: 'create', label: w('create'), items: create },
    { key: 'pages', label: w('pages'), items: pages },
  ];
  const Create = creating?.create?.Dialog;
  return (
    <>
      <CommandPalette
        open={open}
        onClose={() => onOpen(false)}
        search={(query, signal) => findRecords(query, signal, (href) => void navigate({ href }))}
        start={start}
      />
      {creating && Create ? (
        <Create
          onClose={() => setCreating(null)}
          onCreated={(id) => void navigate({ href: creating.path(id) })}
        />
      ) : null}
      <NavKeys />
    </>
  );
}

const shownOfEach = 5;

async function findRecords(
  query: string,
  signal: AbortSignal,
  go: (path: string) => void,
): Promise<readonly PaletteGroup[]> {
  const locale = localePreference.get();
  const { groups } = await call(searchEverything, { q: query.slice(0, 100), limit: shownOfEach }, { signal });
  return groups.flatMap(({ object, items }) => {
    const link = objectLink(object);
    if (!link) return [];
    return {
      key: object,
      label: link.label[locale],
      items: items.map(({ id, title, notes, owner }) => ({
        key: `${object}-${id}`,
        label: title,
        note: [...notes, owner].filter(Boolean).join('　'),
        icon: link.icon,
        run: () => go(link.path(id)),
      })),
    };
  });
}

/** Their names are asked when the palette opens: renamed ones show their new name, lost ones are gone. */
function useRecentItems(open: boolean): readonly PaletteItem[] {
  const session = useSession();
  const navigate = useNavigate();
  const recents = useRecentRecords(session.id);
  const names = useRead(
    namesOfRecords,
    { records: recents.map(({ object, id }) => ({ object, id })) },
    { enabled: open && recents.length > 0, keep: true },
  );
  return (names.data?.items ?? []).slice(0, 8).map(({ object, id, title }) => {
    const link = objectLink(object);
    return {
      key: `recent-${id}`,
      label: title,
      icon: link?.icon ?? FileText,
      run: () => link && void navigate({ href: link.path(id) }),
    };
  });
}

function useCreateItems(onCreate: (link: ObjectLink) => void): readonly PaletteItem[] {
  const may = useMay();
  const locale = localePreference.use();
  return useMemo(
    () =>
      webSlices()
        .flatMap((slice) => slice.objects ?? [])
        .flatMap((link) =>
          link.create && may(link.create.permission)
            ? {
                key: `create-${link.object}`,
                label: link.create.label[locale],
                icon: link.icon,
                run: () => onCreate(link),
              }
            : [],
        ),
    [may, locale, onCreate],
  );
}

const navGroups: readonly NavEntry['group'][] = ['work', 'business', 'insight', 'settings'];

/** As in the navigation: by group, then by the place in it. */
function placeOf({ group, order }: NavEntry): number {
  return navGroups.indexOf(group) * 1_000 + order;
}

function usePageItems(): readonly PaletteItem[] {
  const may = useMay();
  const locale = localePreference.use();
  const navigate = useNavigate();
  return useMemo(
    () =>
      webSlices()
        .flatMap((slice) => slice.nav ?? [])
        .filter((entry) => may(entry.permission))
        .sort((one, other) => placeOf(one) - placeOf(other))
        .map((entry) => ({
          key: `page-${entry.key}`,
          label: entry.label[locale],
          icon: entry.icon,
          run: () => void navigate({ to: entry.path }),
        })),
    [may, locale, navigate],
  );
}
