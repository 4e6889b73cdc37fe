import { useMemo, useState } from 'react';
import type { FieldRights, ObjectDefinition } from '#kernel/fields.ts';
import type { Column, GridLayout } from '#ui/grid-types.ts';
import { gridColumns } from './catalogue.ts';
import type { Chosen, ListScreenProps, PanelPlace } from './list-screen-props.ts';
import { type ListAddress, type ListChanges, sortKeys, useListState } from './list-state.ts';
import { localePreference } from './preferences.ts';
import { type SavedView, useViewStore, type ViewStore } from './saved-views.ts';
import { useDefinition } from './session.ts';
import { useLayout } from './use-layout.ts';
import { type ListAnswer, type ListRow, useList } from './use-list.ts';

/** Everything the parts of a list screen share. */
export interface ListScreenState {
  readonly definition: ObjectDefinition;
  readonly rights: FieldRights;
  readonly state: ListAddress & ListChanges;
  readonly answer: ListAnswer;
  readonly columns: readonly Column<ListRow>[];
  readonly layout: GridLayout;
  readonly setLayout: (layout: GridLayout) => void;
  readonly store: ViewStore;
  readonly saved: readonly SavedView[];
  readonly view: SavedView | undefined;
  readonly place: PanelPlace;
  readonly chosen: Chosen;
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly selectAll: () => Promise<void>;
  /** On a phone: rows show their ticks. */
  readonly choosing: boolean;
  readonly choose: (choosing: boolean) => void;
  readonly saveView: () => Promise<void>;
  readonly newView: () => Promise<void>;
}

type Asked = Pick<ListScreenProps, 'list' | 'views' | 'columns' | 'changes'>;

/** The state of a list screen: what the address says, the rows, the columns, the selection, the views. */
export function useListScreen({ list, views, columns: shown, changes }: Asked): ListScreenState {
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(list.definition);
  const store = useViewStore();
  const listId = list.list.id;
  const saved = store.useViews(listId);
  const state = useListState(views, saved);
  const answer = useList(list, { ...state, fields: costlyFields(definition, state.columns ?? shown) });
  const columns = useMemo(
    () => gridColumns<ListRow>(definition, locale, state.columns ?? shown, changes?.(answer.names), rights),
    [definition, locale, state.columns, shown, changes, answer.names, rights],
  );
  const view = saved.find((one) => one.id === state.view);
  const { layout, setLayout } = useLayout(listId, state, columns, view);
  const selection = useSelection(answer, state);
  const draft = () => ({ condition: state.condition ?? null, sort: sortKeys(state.sort), layout });
  const newView = async () => {
    const id = await store.create(listId, { name: '', shared: false, ...draft() });
    if (id) state.setView(id);
  };
  return {
    ...{ definition, rights, state, answer, columns, layout, setLayout, store, saved, view },
    ...selection,
    place: placeOf(answer, state),
    newView,
    saveView: () => (view?.mine ? store.save(view, draft()).then(() => state.reset()) : newView()),
  };
}

/** Pages leave costly fields out: with one among the columns, everything is asked for by name. */
function costlyFields({ fields }: ObjectDefinition, shown: readonly string[]): string | undefined {
  if (!fields.some((field) => field.costly && shown.includes(field.key))) return undefined;
  return fields
    .filter((field) => !field.costly || shown.includes(field.key))
    .map((field) => field.key)
    .join(',');
}

function useSelection(answer: ListAnswer, { condition }: ListAddress) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const [fetched, setFetched] = useState<readonly ListRow[]>([]);
  const rows = [...answer.rows, ...fetched.filter((row) => !answer.rows.some((one) => one.id === row.id))];
  const chosen: Chosen = { ids: [...picked], rows: rows.filter((row) => picked.has(row.id)), condition };
  return {
    chosen,
    selected: picked,
    select: setPicked,
    choosing,
    choose: (on: boolean) => {
      setChoosing(on);
      if (!on) setPicked(new Set());
    },
    selectAll: async () => {
      const all = await answer.all();
      setFetched(all);
      setPicked(new Set(all.map((row) => row.id)));
    },
  };
}

/** Where the open record stands in the list, and its neighbours. */
function placeOf(answer: ListAnswer, state: ListAddress & ListChanges): PanelPlace {
  const at = answer.rows.findIndex((row) => row.id === state.openId);
  const neighbour = (step: number) => {
    const row = at < 0 ? undefined : answer.rows[at + step];
    return row ? () => state.open(row.id) : undefined;
  };
  return {
    position: at < 0 ? undefined : { at: at + 1, of: answer.total ?? answer.rows.length },
    onPrevious: neighbour(-1),
    onNext: neighbour(1),
    onClose: () => state.open(undefined),
  };
}
