import { useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { isId } from '#kernel/values/id.ts';
import { webSlices } from '#kernel/web/slice.ts';
import { stored } from '#kernel/web/stored.ts';

export interface RecentRecord {
  readonly object: string;
  readonly id: string;
}

const keptAtMost = 12;
const kept = new Map<string, ReturnType<typeof storedList>>();

function storedList(userId: string) {
  return stored<string>(`yd.recent.${userId}`, null, () => '[]');
}

function listOf(userId: string) {
  const known = kept.get(userId) ?? storedList(userId);
  kept.set(userId, known);
  return known;
}

function read(text: string): readonly RecentRecord[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found)
      ? found.filter(
          (one): one is RecentRecord => typeof one === 'object' && one && isId(one.id) && !!one.object,
        )
      : [];
  } catch {
    return [];
  }
}

/** The record that an address shows: a page of its own, or the panel beside its list. */
function recordAt(pathname: string, open: unknown): RecentRecord | undefined {
  const links = webSlices().flatMap((slice) => slice.objects ?? []);
  for (const { object, path } of links) {
    const prefix = path('');
    const id = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
    if (isId(id)) return { object, id };
    if (`${pathname}/` === prefix && isId(open)) return { object, id: open };
  }
  return undefined;
}

/** The records this person opened last on this machine, the newest first; only their ids are kept. */
export function useRecentRecords(userId: string): readonly RecentRecord[] {
  const { pathname } = useLocation();
  const { open } = useSearch({ strict: false }) as { open?: unknown };
  const list = listOf(userId);
  const text = list.use();
  useEffect(() => {
    const record = recordAt(pathname, open);
    if (!record) return;
    const others = read(list.get()).filter((one) => one.id !== record.id);
    list.set(JSON.stringify([record, ...others].slice(0, keptAtMost)));
  }, [pathname, open, list]);
  return useMemo(() => read(text), [text]);
}
