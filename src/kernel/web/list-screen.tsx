import { type ReactNode, useMemo, useState } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { ListContract } from '#kernel/list-contract.ts';
import { BulkBar, type BulkVerb } from '#ui/bulk-bar.tsx';
import { DataGrid } from '#ui/data-grid.tsx';
import { EmptyByFilter, EmptyState, type EmptyStateProps } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import type { FieldValue } from '#ui/field-spec.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import type { Card } from '#ui/grid-types.ts';
import { ColumnMenu, DensityMenu, SortMenu } from '#ui/list-tools.tsx';
import { Page } from '#ui/page.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { type ColumnChanges, filterFields, gridColumns } from './catalogue.ts';
import { type BuiltInView, useListState } from './list-state.ts';
import { ListTools } from './list-tools.tsx';
import { listWords } from './list-words.ts';
import { useLiveRows } from './live.ts';
import { densityPreference, localePreference } from './preferences.ts';
import { useViewStore } from './saved-views.ts';
import { useDefinition } from './session.ts';
import { useLayout } from './use-layout.ts';
import { type ListRow, useList } from './use-list.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewMenu } from './view-menu.tsx';

export interface PanelPlace {
  readonly position: { readonly at: number; readonly of: number } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}

export interface ListScreenProps {
  readonly list: ListContract;
  readonly title: string;
  /** Columns shown until somebody chooses others; the first is frozen. */
  readonly columns: readonly string[];
  readonly changes?: (names: Readonly<Record<string, string>>) => ColumnChanges<ListRow>;
  readonly views: readonly BuiltInView[];
  readonly card: (row: ListRow, names: Readonly<Record<string, string>>) => Card;
  readonly empty: EmptyStateProps;
  /** The record beside the list. */
  readonly panel?: (id: string, place: PanelPlace) => ReactNode;
  readonly actions?: ReactNode;
  readonly limit?: ReactNode;
  readonly figures?: ReactNode;
  readonly onEdit?: (row: ListRow, key: string, value: FieldValue) => Promise<string | undefined>;
  /** What can be done with selected rows; `done` clears the selection. */
  readonly bulk?: (chosen: Chosen, done: () => void) => readonly BulkVerb[];
  readonly footerRight?: ReactNode;
  /** Instead of the grid: a board of the same list. */
  readonly body?: (condition: Condition | undefined) => ReactNode;
}

/** The chosen rows: loaded ones, or everything that matches. */
export interface Chosen {
  readonly ids: readonly string[];
  readonly rows: readonly ListRow[];
  readonly condition: Condition | undefined;
}

/** Every list of the product: views, filter sentence, grid or cards, panel, bulk bar. Screens only declare. */
export function ListScreen(props: ListScreenProps) {
  const { list, title, views, columns: shown, changes, card, empty, panel, bulk } = props;
  const w = listWords.use();
  const locale = localePreference.use();
  const density = densityPreference.use();
  const { definition, rights } = useDefinition(list.definition);
  const store = useViewStore();
  const saved = store.useViews(list.list.id);
  const state = useListState(views, saved);
  const answer = useList(list, state);
  const live = useLiveRows(definition.object);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(
    () => gridColumns<ListRow>(definition, locale, state.columns ?? shown, changes?.(answer.names), rights),
    [definition, locale, state.columns, shown, changes, answer.names, rights],
  );
  const view = saved.find((one) => one.id === state.view);
  const { layout, setLayout } = useLayout(list.list.id, state, columns, view);
  const counts = useViewCounts(list, views);
  const clear = () => setSelected(new Set());
  const tabs = [
    ...views.map(({ key, label }) => ({
      key,
      label,
      count: key === state.view ? (answer.total ?? counts[key]) : counts[key],
      changed: key === state.view && state.changed,
    })),
    ...saved.map(({ id, name }) => ({
      key: id,
      label: name,
      changed: id === state.view && state.changed,
      ...(id === state.view ? { count: answer.total } : {}),
    })),
  ];
  const at = answer.rows.findIndex((row) => row.id === state.openId);
  const neighbour = (step: number) => {
    const row = at < 0 ? undefined : answer.rows[at + step];
    return row ? () => state.open(row.id) : undefined;
  };
  const place: PanelPlace = {
    position: at < 0 ? undefined : { at: at + 1, of: answer.total ?? answer.rows.length },
    onPrevious: neighbour(-1),
    onNext: neighbour(1),
    onClose: () => state.open(undefined),
  };
  const chosen: Chosen = {
    ids: [...selected],
    rows: answer.rows.filter((row) => selected.has(row.id)),
    condition: state.condition,
  };
  const nothing =
    state.condition && (state.changed || views.length > 1) ? (
      <EmptyByFilter noun={title} onClear={() => state.setCondition(undefined)} />
    ) : (
      <EmptyState {...empty} />
    );
  return (
    <Page
      title={title}
      scroll={false}
      actions={
        <>
          <ListTools
            list={list}
            state={state}
            columns={columns.filter((column) => !column.hidden).map((column) => column.key)}
          />
          {props.actions}
        </>
      }
      tabs={
        <ViewTabs
          tabs={tabs}
          current={state.view}
          onChange={state.setView}
          onNew={() => void newView()}
          menu={<ViewMenu view={view} />}
        />
      }
      limit={props.limit}
      figures={props.figures}
      filters={
        <FilterBar
          fields={filterFields(definition, locale, rights)}
          condition={state.condition}
          onChange={state.setCondition}
          changed={state.changed}
          onSave={() => void (view ? store.save(view, draft()) : newView())}
          onReset={state.reset}
          tools={
            props.body ? undefined : (
              <>
                <SortMenu columns={columns} sort={state.sort} onSort={state.setSort} />
                <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
                <DensityMenu density={density} onDensity={densityPreference.set} />
              </>
            )
          }
        />
      }
      footer={
        answer.total === undefined
          ? undefined
          : w('shown', {
              total: answer.total.toLocaleString(locale),
              shown: answer.rows.length.toLocaleString(locale),
            })
      }
      footerRight={props.footerRight}
      panel={panel && state.openId ? panel(state.openId, place) : undefined}
    >
      {props.body ? (
        props.body(state.condition)
      ) : (
        <DataGrid
          columns={columns}
          rows={answer.rows}
          names={answer.names}
          noun={title}
          card={(row) => card(row, answer.names)}
          loading={answer.loading}
          hasMore={answer.hasMore}
          onMore={answer.more}
          sort={state.sort}
          onSort={state.setSort}
          selected={bulk ? selected : undefined}
          onSelect={bulk ? setSelected : undefined}
          openId={state.openId}
          onOpen={(row) => state.open(row.id)}
          onEdit={props.onEdit}
          layout={layout}
          onLayout={setLayout}
          density={density}
          live={live}
          empty={
            answer.problem ? (
              <ErrorState what={title} requestId={answer.problem.requestId} onRetry={answer.retry}>
                {answer.problem.message}
              </ErrorState>
            ) : (
              nothing
            )
          }
          bulk={
            bulk ? (
              <BulkBar
                count={selected.size}
                total={answer.total}
                onSelectAll={
                  answer.hasMore ? undefined : () => setSelected(new Set(answer.rows.map((row) => row.id)))
                }
                onClear={clear}
                verbs={bulk(chosen, clear)}
              />
            ) : undefined
          }
        />
      )}
    </Page>
  );

  function draft() {
    return {
      condition: state.condition ?? null,
      sort: state.sort.map(({ key, descending }) => (descending ? `-${key}` : key)),
      layout: layout ?? null,
    };
  }

  async function newView() {
    const id = await store.create(list.list.id, { name: '', shared: false, ...draft() });
    if (id) state.setView(id);
  }
}
