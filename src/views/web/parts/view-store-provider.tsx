import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { call } from '#kernel/web/api.ts';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import { type SavedView, type ViewDraft, type ViewStore, ViewStoreContext } from '#kernel/web/saved-views.ts';
import { isProblem, useAct, useRefresh } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { deleteView, favourView, restoreView, updateView } from '../../contract.ts';
import { type KeptView, useKeptViews, useListViews } from './view-list.ts';
import { words } from './view-words.ts';

const NameViewDialog = lazyPart(async () => (await import('./name-view-dialog.tsx')).NameViewDialog);

interface Naming {
  readonly listId: string;
  readonly renamed?: KeptView;
  readonly draft: ViewDraft;
  readonly done: (id: string | undefined) => void;
}

/** Gives every list inside the views people keep on the server. */
export function ViewStoreProvider({ children }: { readonly children: ReactNode }) {
  const [naming, setNaming] = useState<Naming | null>(null);
  const create = useCallback(
    (listId: string, draft: ViewDraft) =>
      new Promise<string | undefined>((done) => setNaming({ listId, draft, done })),
    [],
  );
  const save = useSaveView(create);
  const remove = useRemoveView();
  const kept = useKeptViews();
  const setFavourite = useAct(favourView);
  const store = useMemo<ViewStore>(
    () => ({
      useViews: useListViews,
      create,
      save,
      rename: ({ id }) => {
        const renamed = kept.find((view) => view.id === id);
        if (renamed)
          setNaming({ listId: renamed.listId, renamed, draft: renamed as ViewDraft, done: () => undefined });
      },
      remove,
      favour: async ({ id, favourite }) => void (await setFavourite({ id, favourite: !favourite })),
    }),
    [create, save, remove, kept, setFavourite],
  );
  return (
    <ViewStoreContext.Provider value={store}>
      {children}
      {naming ? (
        <NameViewDialog
          listId={naming.listId}
          draft={naming.draft}
          renamed={naming.renamed}
          onClose={(id) => {
            setNaming(null);
            naming.done(id);
          }}
        />
      ) : null}
    </ViewStoreContext.Provider>
  );
}

/** Saves changes of one's own view; those to a colleague's become a view of one's own. */
function useSaveView(create: ViewStore['create']): ViewStore['save'] {
  const w = words.use();
  const toasts = useToasts();
  const kept = useKeptViews();
  const update = useAct(updateView);
  return useCallback(
    async (view: SavedView, draft: Partial<ViewDraft>) => {
      const now = kept.find(({ id }) => id === view.id);
      if (!now) return;
      if (!now.mine) {
        toasts.show({ text: w('notYours', { owner: now.owner }) });
        const { name, condition, sort, layout } = { ...view, ...draft };
        await create(now.listId, { name, shared: false, condition, sort, layout });
        return;
      }
      const { sentDraft } = await import('./sent-draft.ts');
      const answer = await update({ id: now.id, version: now.version, ...sentDraft(draft) });
      if (isProblem(answer)) return;
      toasts.show({ text: savedSentence(w, draft.shared, now.name) });
    },
    [kept, update, create, toasts, w],
  );
}

type Words = ReturnType<typeof words.use>;

function savedSentence(w: Words, shared: boolean | undefined, name: string): string {
  if (shared === undefined) return w('changed');
  return shared ? w('sharedNow', { name }) : w('unsharedNow', { name });
}

function useRemoveView(): ViewStore['remove'] {
  const w = words.use();
  const toasts = useToasts();
  const refresh = useRefresh();
  const remove = useAct(deleteView);
  return useCallback(
    async ({ id, name }: Pick<KeptView, 'id' | 'name'>) => {
      if (isProblem(await remove({ id }))) return;
      toasts.show({
        text: w('removed', { name }),
        onUndo: () => call(restoreView, { id }).then(() => refresh()),
      });
    },
    [remove, toasts, refresh, w],
  );
}
