import type { ReactNode } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { ListContract } from '#kernel/list-contract.ts';
import type { BulkVerb } from '#ui/bulk-bar.tsx';
import type { EmptyStateProps } from '#ui/empty-state.tsx';
import type { FieldValue } from '#ui/field-spec.ts';
import type { Card, EditAnswer } from '#ui/grid-types.ts';
import type { ColumnChanges } from './catalogue.ts';
import type { BuiltInView } from './list-state.ts';
import type { ListRow } from './use-list.ts';

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
  readonly onEdit?: (row: ListRow, key: string, value: FieldValue) => Promise<EditAnswer>;
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
