import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import type { Density } from './theme.ts';

/** Every row has an id; `version` (when there) decides whether a row has changed. */
export interface GridRow {
  readonly id: string;
}

/**
 * A column: what field it shows (drawn by its kind), or how to draw it. A FieldSpec is a column as it is.
 */
export interface Column<Row extends GridRow>
  extends Partial<Omit<FieldSpec, 'key' | 'label' | 'sort' | 'filter'>> {
  readonly key: string;
  /** Header; `label` of the field description. */
  readonly label: string;
  readonly width?: number;
  /** Takes the room that is left. */
  readonly grow?: boolean;
  readonly align?: 'left' | 'right';
  readonly render?: (row: Row) => ReactNode;
  readonly value?: (row: Row) => unknown;
  readonly sortable?: boolean;
  readonly editable?: boolean;
  readonly hidden?: boolean;
  /** In the totals line: the sum over everything that matches, not over what is shown. */
  readonly total?: ReactNode;
  readonly headerTip?: string;
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

/** What the person made of the columns: order, widths, hidden ones. Kept with the view. */
export interface GridLayout {
  readonly order: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
}

/** What a phone shows instead of the row. */
export interface Card {
  readonly title: ReactNode;
  readonly tag?: ReactNode;
  /** Left of the title, 52 px: time or day. */
  readonly lead?: ReactNode;
  readonly lines: readonly ReactNode[];
  /** One 44 px act. */
  readonly act?: ReactNode;
  /** What a swipe to that side does. */
  readonly swipeRight?: Swipe;
  readonly swipeLeft?: Swipe;
}

/** Something done by swiping a card, and what appears under it meanwhile. */
export interface Swipe {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onSwipe: () => void;
}

/** Nothing when it was saved, the reason when it was refused, or another value that came first. */
export type EditAnswer = string | void | EditClash;

export interface EditClash {
  readonly theirs: ReactNode;
  readonly keepMine: () => Promise<EditAnswer>;
}

export interface DataGridProps<Row extends GridRow> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Spoken name of the list: 线索. Also used in 没有符合条件的线索. */
  readonly noun: string;
  readonly card: (row: Row) => Card;
  readonly loading?: boolean;
  /** Keyset paging: called when the end comes near. */
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  readonly names?: Readonly<Record<string, string>>;
  readonly sort?: readonly GridSort[];
  readonly onSort?: (sort: readonly GridSort[]) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** On a phone: rows show their ticks. */
  readonly choosing?: boolean;
  /** Row shown in the panel. */
  readonly openId?: string;
  readonly onOpen?: (row: Row) => void;
  /** Saves one cell; rejecting (or answering a sentence) puts the old value back and says why. */
  readonly onEdit?: (row: Row, key: string, value: FieldValue) => Promise<EditAnswer>;
  readonly layout?: GridLayout;
  readonly onLayout?: (layout: GridLayout) => void;
  readonly density?: Density;
  /** Rows somebody else has just changed: `live` ground for 2 s. */
  readonly live?: ReadonlySet<string>;
  /** Instead of rows: EmptyState or ErrorState. */
  readonly empty?: ReactNode;
  /** BulkBar, over the foot; the grid keeps room for it. */
  readonly bulk?: ReactNode;
  readonly rowTone?: (row: Row) => 'bad' | 'warn' | undefined;
}
