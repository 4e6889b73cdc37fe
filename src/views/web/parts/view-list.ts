import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { SavedView } from '#kernel/web/saved-views.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { listViews } from '../../contract.ts';
import { words } from './view-words.ts';

export type KeptView = Output<typeof listViews>['items'][number];

const none: readonly KeptView[] = [];

/** All views this person has; one answer serves every list and the navigation. */
export function useKeptViews(): readonly KeptView[] {
  return useRead(listViews, {}).data?.items ?? none;
}

/** The views of one list. Opening one whose fields are partly gone says so, once. */
export function useListViews(listId: string): readonly SavedView[] {
  const w = words.use();
  const toasts = useToasts();
  const kept = useKeptViews();
  const { view: current } = useSearch({ strict: false }) as { view?: unknown };
  const said = useRef('');
  const views = useMemo(() => kept.filter((view) => view.listId === listId), [kept, listId]);
  const opened = views.find((view) => view.id === current);
  useEffect(() => {
    if (!opened || opened.dropped === 0 || said.current === opened.id) return;
    said.current = opened.id;
    toasts.show({ text: w('dropped', { name: opened.name, n: opened.dropped, count: opened.dropped }) });
  }, [opened, toasts, w]);
  return views as readonly SavedView[];
}
