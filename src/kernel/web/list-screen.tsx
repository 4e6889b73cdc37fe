import type { ReactNode } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { ListContract } from '#kernel/list-contract.ts';
import type { BulkVerb } from '#ui/bulk-bar.tsx';
import type { EmptyStateProps } from '#ui/empty-state.tsx';
import type { FieldValue } from '#ui/field-spec.ts';
import type { Card } from '#ui/grid-types.ts';
import { Page } from '#ui/page.tsx';
import type { ColumnChanges } from './catalogue.ts';
import { ListFilters } from './list-filters.tsx';
import { ListGrid } from './list-grid.tsx';
import type { BuiltInView } from './list-state.ts';
import { ListTabs } from './list-tabs.tsx';
import { ListTools } from './list-tools.tsx';
import { listWords } from './list-words.ts';
import { localePreference } from './preferences.ts';
import type { ListRow } from './use-list.ts';
import { useListScreen } from './use-list-screen.ts';

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

/** The chosen rows, loaded or fetched when everything was chosen. */
export interface Chosen {
  readonly ids: readonly string[];
  readonly rows: readonly ListRow[];
  readonly condition: Condition | undefined;
}

/** Every list of the product: views, filter sentence, grid or cards, panel, bulk bar. Screens only declare. */
export function ListScreen(props: ListScreenProps) {
  const { list, title, views, panel } = props;
  const w = listWords.use();
  const locale = localePreference.use();
  const screen = useListScreen(props);
  const { state, answer, columns, place } = screen;
  const shown = columns.filter((column) => !column.hidden).map((column) => column.key);
  const number = (count: number) => count.toLocaleString(locale);
  return (
    <Page
      title={title}
      scroll={false}
      actions={
        <>
          <ListTools list={list} state={state} columns={shown} />
          {props.actions}
        </>
      }
      tabs={<ListTabs list={list} views={views} screen={screen} />}
      limit={props.limit}
      figures={props.figures}
      filters={<ListFilters list={list} screen={screen} board={props.body !== undefined} />}
      footer={
        answer.total === undefined || props.body
          ? undefined
          : w('shown', { total: number(answer.total), shown: number(answer.rows.length) })
      }
      footerRight={props.footerRight}
      panel={panel && state.openId ? panel(state.openId, place) : undefined}
    >
      {props.body ? props.body(state.condition) : <ListGrid {...props} screen={screen} />}
    </Page>
  );
}
